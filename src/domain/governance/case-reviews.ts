import { latest, plainDate } from '../calendar/plain-date.ts'
import type { TimeLimit } from '../rules/deadline.ts'
import type { StandardRule } from '../rules/rule.ts'
import type { GovernanceFacts } from './governance-facts.ts'
import { recurring, roundsOf } from './recurring.ts'

const everyMonths: TimeLimit = {
  name: 'Time between reflective case reviews',
  unit: 'months',
  values: [{ from: plainDate('2022-04-01'), value: 2 }],
  least: 1,
  most: 6,
}

/**
 * DP-rcr: team managers and senior practitioners reflect on a case every two months and ask the child and the family.
 *
 * @source DP "reflective case reviews", "Viewpoint" for the calls
 * @interpretation Both were called, whether or not they answered; a review without the calls does not count.
 */
export const caseReviews: StandardRule<Pick<GovernanceFacts, 'since' | 'staff' | 'caseReviews'>> = {
  id: 'DP-rcr',
  kind: 'standard',
  title: 'A reflective case review every two months, with a call to child and parent',
  why: 'Thinking one case through slowly, with the child and the family, changes the next ten.',
  citation: { source: 'DP', section: 'reflective case reviews' },
  parameters: { everyMonths },
  waitsFor: 'governance',
  decide: ({ since, staff, caseReviews: reviews }, asOf, policy) =>
    staff
      .filter(({ grade }) => grade === 'team-manager' || grade === 'senior-practitioner')
      .map(reviewer =>
        recurring(
          {
            subjectId: reviewer.id,
            since: latest(since, reviewer.startedOn),
            doneOn: reviews
              .filter(({ reviewerId, childCalled, parentCalled }) => {
                return reviewerId === reviewer.id && childCalled && parentCalled
              })
              .map(({ on }) => on),
            what: 'reflective case review',
            missing: ['a case reviewed, and child and parent called'],
          },
          roundsOf(everyMonths, { asOf, policy }),
          asOf,
        ),
      ),
}
