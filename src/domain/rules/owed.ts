import { compareDates, isBefore } from '../calendar/plain-date.ts'
import type { CaseFacts } from './case-facts.ts'
import { isOpenCase, workerOn } from './case-facts.ts'
import { factsAsOf } from './facts-as-of.ts'
import type { Asked } from './policy.ts'
import type { DutyDecision, DutyRule, Owner } from './rule.ts'
import { caseDuties } from './rule-book.ts'

/** Something owed for a child, on a day, under a rule. */
export interface Duty extends DutyDecision {
  readonly ruleId: string
  readonly title: string
  readonly caseId: string
  readonly childId: string
  readonly childName: string
  readonly interventionId: string | null
  readonly referralId: string | null
  /** Whose part it is to meet it. */
  readonly owner: Owner
  /** The member of staff who holds the case on the day asked; null: nobody does. */
  readonly workerId: string | null
}

/**
 * What is owed for these cases on a day: facts, a date and the service's policy in, duties out.
 *
 * @returns duties in every state, most urgent first; a closed case owes nothing, and neither does a rule that was switched off on the
 * day on which the duty fell due (or is off today, while it runs)
 */
export function owed(
  cases: readonly CaseFacts[],
  { asOf, policy }: Asked,
  rules: readonly DutyRule<CaseFacts>[] = caseDuties,
): Duty[] {
  return cases
    .map(facts => factsAsOf(facts, asOf))
    .filter(isOpenCase)
    .flatMap(facts => rules.flatMap(rule => dutiesUnder(rule, facts, { asOf, policy })))
    .toSorted(byUrgency)
}

/** The duties that still want something done. */
export function outstanding(duties: readonly Duty[]): Duty[] {
  return duties.filter(duty => duty.state === 'open' || duty.state === 'overdue')
}

function dutiesUnder(rule: DutyRule<CaseFacts>, facts: CaseFacts, { asOf, policy }: Asked): Duty[] {
  return rule
    .decide(facts, asOf, policy)
    .filter(({ dueOn }) =>
      policy.isOn(rule.id, dueOn !== null && isBefore(dueOn, asOf) ? dueOn : asOf),
    )
    .map(decision => ({
      ...decision,
      ruleId: rule.id,
      title: rule.title,
      caseId: facts.caseId,
      childId: facts.child.id,
      childName: facts.child.name,
      interventionId: facts.intervention?.id ?? null,
      referralId: facts.referral?.id ?? null,
      owner: decision.owedBy ?? rule.owedBy,
      workerId: workerOn(facts, asOf),
    }))
}

const stateOrder = { overdue: 0, open: 1, excused: 2, met: 3 } as const

function byUrgency(a: Duty, b: Duty): number {
  const byState = stateOrder[a.state] - stateOrder[b.state]
  if (byState !== 0) return byState
  if (a.dueOn === null || b.dueOn === null) {
    return Number(a.dueOn === null) - Number(b.dueOn === null)
  }
  return compareDates(a.dueOn, b.dueOn)
}
