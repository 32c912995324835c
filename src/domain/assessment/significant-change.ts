import { isAfter, isOnOrAfter, plainDate } from '../calendar/plain-date.ts'
import { excusedBy } from '../rules/agreements.ts'
import type { CaseFacts, EventFact } from '../rules/case-facts.ts'
import { eventsOf } from '../rules/case-facts.ts'
import { deadline, type TimeLimit } from '../rules/deadline.ts'
import type { Asked } from '../rules/policy.ts'
import type { DutyDecision, DutyRule, Reason } from '../rules/rule.ts'
import { topicsOf } from '../vocabulary/events.ts'
import { completedAssessments } from './completed-assessments.ts'

const reviewWithin: TimeLimit = {
  name: 'Time to review assessment and plan after a significant change',
  unit: 'working days',
  values: [{ from: plainDate('2017-01-01'), value: 10 }],
  least: 1,
  most: 20,
}

/**
 * OM-4.4-change: after a significant change assessment and plan are looked at again.
 *
 * @source OM section 4.4
 * @interpretation Reviewed means: a review of the assessment completed on the day of the change or later, and a plan written then, where
 * the work has a plan. A manager who holds that the current ones cover the change says so in an agreement about the change.
 */
export const significantChange: DutyRule<CaseFacts> = {
  id: 'OM-4.4-change',
  kind: 'duty',
  owedBy: 'case-manager',
  title: 'Review the assessment and the plan after a significant change',
  why: 'A plan made for yesterday can leave a child unsafe today. When life changes, what we know and what we do have to catch up at once.',
  citation: { source: 'OM', section: '4.4' },
  parameters: { reviewWithin },
  exception: {
    by: 'manager',
    what: 'The current assessment covers this change',
    untilQuestion: null,
    childAgrees: false,
  },
  decide: (facts, asOf, policy) =>
    eventsOf(facts, 'significant-change').map(change => ({
      subjectId: change.id,
      ...decideReview(facts, change, { asOf, policy }),
    })),
}

function decideReview(
  facts: CaseFacts,
  change: EventFact,
  { asOf, policy }: Asked,
): Omit<DutyDecision, 'subjectId'> {
  const { dueOn, limit } = deadline(reviewWithin, change.on, { asOf, policy })
  const head = { dueOn, dueWords: `${limit} after the change` }
  const happened = { text: topicsOf(change.kind)[change.topic ?? ''] ?? 'Change', on: change.on }
  const done = reviewedSince(facts, change)
  if (done.missing.length === 0) {
    return { ...head, state: 'met', because: [happened, ...done.because] }
  }
  const excuse = excusedBy(facts, 'OM-4.4-change', change.id, asOf)
  if (excuse !== null) return { ...head, state: 'excused', because: [happened, excuse] }
  const missing = { text: `Not yet: ${done.missing.join(' and ')}` }
  const state = isAfter(asOf, dueOn) ? 'overdue' : 'open'
  return { ...head, state, because: [happened, ...done.because, missing] }
}

function reviewedSince(facts: CaseFacts, { on }: EventFact) {
  const assessment = completedAssessments(facts).find(({ completedOn }) =>
    isOnOrAfter(completedOn, on),
  )
  const plan = facts.plans.find(({ writtenOn }) => isOnOrAfter(writtenOn, on))
  const because: Reason[] = []
  const missing: string[] = []
  if (assessment === undefined) missing.push('a review of the assessment')
  else because.push({ text: 'The assessment was completed afresh', on: assessment.completedOn })
  if (plan !== undefined) because.push({ text: 'A new plan was written', on: plan.writtenOn })
  else if (facts.plans.length > 0) missing.push('a new plan')
  return { because, missing }
}
