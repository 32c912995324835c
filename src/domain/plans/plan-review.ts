import { isAfter, plainDate } from '../calendar/plain-date.ts'
import type { CaseFacts, PlanFact } from '../rules/case-facts.ts'
import { deadline, type TimeLimit } from '../rules/deadline.ts'
import type { DutyDecision, DutyRule, Reason } from '../rules/rule.ts'

const reviewAfter: TimeLimit = {
  name: 'Months from one plan to the next',
  unit: 'months',
  values: [{ from: plainDate('2017-01-01'), value: 6 }],
  least: 1,
  most: 12,
}

/**
 * OM-4.5-review: after six months at the latest, child and worker look back on the plan and make a whole new one.
 *
 * @source OM section 4.5
 * @interpretation It is met by both: the look back, and the plan that follows it. Until the new plan is there the old one stays owed, also
 * where the look back came early.
 */
export const planReview: DutyRule<CaseFacts> = {
  id: 'OM-4.5-review',
  kind: 'duty',
  owedBy: 'case-manager',
  title: 'Look back on the plan with the child and make a whole new one',
  why: 'Half a year is long in a child’s life. A plan that is not looked at again stops being theirs and stops helping.',
  citation: { source: 'OM', section: '4.5' },
  parameters: { reviewAfter },
  decide: (facts, asOf, policy) => {
    if (facts.intervention?.endedOn !== null) return []
    return facts.plans.map((plan, place): DutyDecision => {
      const { dueOn, limit } = deadline(reviewAfter, plan.writtenOn, { asOf, policy })
      const next = facts.plans[place + 1]
      const isMet = plan.reviewedOn !== null && next !== undefined
      return {
        subjectId: plan.id,
        state: isMet ? 'met' : isAfter(asOf, dueOn) ? 'overdue' : 'open',
        dueOn,
        dueWords: `${limit} after the plan is written`,
        because: reasons(plan, next),
      }
    })
  },
}

function reasons(plan: PlanFact, next: PlanFact | undefined): Reason[] {
  const written = { text: 'The plan was written', on: plan.writtenOn }
  if (plan.reviewedOn === null) return [written, { text: 'Nobody has looked back on it yet' }]
  const reviewed = { text: 'You looked back on it together', on: plan.reviewedOn }
  const followed =
    next === undefined
      ? { text: 'The new plan is not written yet' }
      : { text: 'The new plan was written', on: next.writtenOn }
  return [written, reviewed, followed]
}
