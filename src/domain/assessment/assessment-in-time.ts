import { isAfter, isOnOrAfter, plainDate } from '../calendar/plain-date.ts'
import { formatDate } from '../calendar/format-date.ts'
import { agreementFor } from '../rules/agreements.ts'
import type { CaseFacts, OutcomeFact } from '../rules/case-facts.ts'
import { deadline, type TimeLimit } from '../rules/deadline.ts'
import type { Asked } from '../rules/policy.ts'
import type { DutyDecision, DutyRule, Reason } from '../rules/rule.ts'
import { isCourtOutcome, outcomeKinds } from '../vocabulary/outcomes.ts'
import { completedAssessments, isWritten } from './completed-assessments.ts'

const assessWithin: TimeLimit = {
  name: 'Time to complete the assessment after a court order',
  unit: 'working days',
  values: [{ from: plainDate('2017-01-01'), value: 15 }],
  least: 1,
  most: 30,
}

/**
 * OM-2.1-assessment: after a court order the assessment is completed within three weeks, or by the day that a manager has agreed.
 *
 * @source OM section 2.1
 * @interpretation Completed on the day of the order or later; a review counts. Every order of the case asks for one.
 */
export const assessmentInTime: DutyRule<CaseFacts> = {
  id: 'OM-2.1-assessment',
  kind: 'duty',
  owedBy: 'case-manager',
  title: 'Complete the assessment after the court order',
  why: 'The plan and the help wait for the assessment. The weeks after court are when a child is readiest to talk, and need it most.',
  citation: { source: 'OM', section: '2.1' },
  parameters: { assessWithin },
  exception: {
    by: 'manager',
    what: 'A later day for the assessment',
    untilQuestion: 'By which day will the assessment be completed?',
    childAgrees: false,
  },
  decide: (facts, asOf, policy) =>
    facts.outcomes
      .filter(({ kind }) => isCourtOutcome(kind))
      .map(order => ({ subjectId: order.id, ...decideInTime(facts, order, { asOf, policy }) })),
}

function decideInTime(
  facts: CaseFacts,
  order: OutcomeFact,
  { asOf, policy }: Asked,
): Omit<DutyDecision, 'subjectId'> {
  const { dueOn, limit } = deadline(assessWithin, order.decidedOn, { asOf, policy })
  const head = { dueOn, dueWords: `${limit} after the order` }
  const made = { text: `${outcomeKinds[order.kind].name} made`, on: order.decidedOn }
  const done = completedAssessments(facts).find(({ completedOn }) =>
    isOnOrAfter(completedOn, order.decidedOn),
  )
  if (done !== undefined) {
    const because = [made, { text: 'The assessment was completed', on: done.completedOn }]
    return { ...head, state: 'met', because }
  }
  const agreed = agreedLater(facts, order, asOf)
  if (agreed !== null) return { ...head, state: 'excused', because: [made, agreed] }
  const because = [made, ...waitsForManager(facts, order)]
  return { ...head, state: isAfter(asOf, dueOn) ? 'overdue' : 'open', because }
}

/** The day that a manager has agreed, while it has not passed. */
function agreedLater(facts: CaseFacts, order: OutcomeFact, asOf: Asked['asOf']): Reason | null {
  const about = { ruleId: 'OM-2.1-assessment', subjectId: order.id }
  const agreement = agreementFor(facts.agreements, about, asOf)
  if (agreement === undefined) return null
  const until = agreement.untilOn === null ? '' : ` until ${formatDate(agreement.untilOn)}`
  const text = `${agreement.grantedBy} agreed${until}: ${agreement.reason}`
  return { text, on: agreement.grantedOn }
}

function waitsForManager(facts: CaseFacts, order: OutcomeFact): Reason[] {
  const written = facts.assessments
    .filter(isWritten)
    .find(({ completedOn }) => isOnOrAfter(completedOn, order.decidedOn))
  if (written === undefined) return []
  return [{ text: 'Written, but no manager has quality-assured it yet', on: written.completedOn }]
}
