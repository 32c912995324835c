import { isOnOrAfter, plainDate } from '../calendar/plain-date.ts'
import { excusedBy } from '../rules/agreements.ts'
import { deadline, type TimeLimit } from '../rules/deadline.ts'
import { dutyStanding } from '../rules/duty-standing.ts'
import type { Asked } from '../rules/policy.ts'
import type { DutyDecision, DutyRule } from '../rules/rule.ts'
import type { CourtFacts, IssFact } from './court-facts.ts'

const reviewWithin: TimeLimit = {
  name: 'Time to review intensive supervision with a manager',
  unit: 'months',
  values: [{ from: plainDate('2017-01-01'), value: 3 }],
  least: 1,
  most: 6,
}

/**
 * OM-8.1-iss-review: intensive supervision is reviewed with a manager three months after it began.
 *
 * @source OM section 8.1
 * @interpretation One review is owed, counted from the start; later ones follow from the review of the plan. A manager may agree to another
 * day. What has ended owes no review.
 */
export const issReview: DutyRule<CourtFacts> = {
  id: 'OM-8.1-iss-review',
  kind: 'duty',
  owedBy: 'case-manager',
  title: 'Review intensive supervision with a manager',
  why: 'So much time together works only while it still makes sense to the child. Looking again early keeps it from breaking.',
  citation: { source: 'OM', section: '8.1' },
  parameters: { reviewWithin },
  exception: {
    by: 'manager',
    what: 'Review intensive supervision on another day',
    untilQuestion: 'By which day is it reviewed?',
    childAgrees: false,
  },
  waitsFor: 'court',
  decide: (facts, asOf, policy) =>
    facts.iss
      .filter(({ endedOn }) => endedOn === null)
      .map(iss => decideReview(facts, iss, { asOf, policy })),
}

function decideReview(facts: CourtFacts, iss: IssFact, asked: Asked): DutyDecision {
  const { dueOn, limit } = deadline(reviewWithin, iss.startedOn, asked)
  const reviewedOn = iss.reviewedWithManagerOn.find(on => isOnOrAfter(on, iss.startedOn))
  const began = { text: 'Intensive supervision began', on: iss.startedOn }
  const reviewed = reviewedOn && { text: 'It was reviewed with a manager', on: reviewedOn }
  return dutyStanding(
    {
      subjectId: iss.id,
      dueOn,
      dueWords: `${limit} after it began`,
      because: reviewed === undefined ? [began] : [began, reviewed],
      missing: reviewed === undefined ? ['reviewed with a manager'] : [],
      excuse: excusedBy(facts, 'OM-8.1-iss-review', iss.id, asked.asOf),
    },
    asked.asOf,
  )
}
