import { plainDate } from '../calendar/plain-date.ts'
import { deadline, type TimeLimit } from '../rules/deadline.ts'
import { dutyStanding } from '../rules/duty-standing.ts'
import type { Asked } from '../rules/policy.ts'
import type { DutyDecision, DutyRule } from '../rules/rule.ts'
import type { CustodyFact, CustodyFacts } from './custody-facts.ts'

const referWithin: TimeLimit = {
  name: 'Time to find a child in custody an advocate',
  unit: 'working days',
  values: [{ from: plainDate('2017-01-01'), value: 2 }],
  least: 1,
  most: 5,
}

/**
 * OM-13.3-advocacy: every child who enters custody has somebody who speaks for them.
 *
 * @source OM section 13.3 "advocacy"
 * @interpretation A child looked after who has an advocate already needs that one to be told, and no new referral; all others need the
 * referral. Remand is custody too.
 */
export const advocacyReferral: DutyRule<CustodyFacts> = {
  id: 'OM-13.3-advocacy',
  kind: 'duty',
  owedBy: 'case-manager',
  title: 'Refer the child to advocacy, or tell the advocate the child has already',
  why: 'A child in a locked place has nobody to complain to. An advocate is on the side of the child and of nobody else.',
  citation: { source: 'OM', section: '13.3' },
  parameters: { referWithin },
  waitsFor: 'custody',
  decide: (facts, asOf, policy) => facts.stays.map(stay => decideAdvocate(stay, { asOf, policy })),
}

function decideAdvocate(stay: CustodyFact, asked: Asked): DutyDecision {
  const { dueOn, limit } = deadline(referWithin, stay.enteredOn, asked)
  const known = stay.isLookedAfter && stay.hasKnownAdvocate
  const doneOn = known ? stay.advocateToldOn : stay.advocacyReferredOn
  const what = known ? "the child's own advocate was told" : 'referred to advocacy'
  const entered = { text: 'The child entered custody', on: stay.enteredOn }
  return dutyStanding(
    {
      subjectId: stay.id,
      dueOn,
      dueWords: `${limit} after entering custody`,
      because: doneOn === null ? [entered] : [entered, { text: `Done: ${what}`, on: doneOn }],
      missing: doneOn === null ? [what] : [],
    },
    asked.asOf,
  )
}
