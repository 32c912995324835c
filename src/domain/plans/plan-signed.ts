import { isAfter, latest, plainDate } from '../calendar/plain-date.ts'
import { excusedBy } from '../rules/agreements.ts'
import type { CaseFacts, PlanFact } from '../rules/case-facts.ts'
import { deadline, type TimeLimit } from '../rules/deadline.ts'
import type { Asked } from '../rules/policy.ts'
import type { DutyDecision, DutyRule } from '../rules/rule.ts'
import { signatories } from '../vocabulary/work.ts'
import type { Signatory } from '../vocabulary/work.ts'

const signWithin: TimeLimit = {
  name: 'Time to sign a plan once it is written',
  unit: 'working days',
  values: [{ from: plainDate('2017-01-01'), value: 10 }],
  least: 1,
  most: 30,
}

/**
 * OM-4.1-signed: child, parent or carer, and manager sign the plan. A manager may agree to wait where the child is not ready.
 *
 * Only the latest plan of a case is owed signatures: the one before it no longer guides the work.
 *
 * @source OM section 4.1
 */
export const planSigned: DutyRule<CaseFacts> = {
  id: 'OM-4.1-signed',
  kind: 'duty',
  owedBy: 'case-manager',
  title: 'Plan signed by the child, a parent or carer, and a manager',
  why: 'A plan that the child has not signed is a plan about the child. Signing shows that it was read, understood and agreed.',
  citation: { source: 'OM', section: '4.1' },
  parameters: { signWithin },
  exception: {
    by: 'manager',
    what: 'Wait with signing the plan',
    untilQuestion: 'Until which day may it wait?',
    childAgrees: false,
  },
  decide: (facts, asOf, policy) => {
    const plan = facts.plans.at(-1)
    if (plan === undefined || facts.intervention?.endedOn !== null) return []
    return [{ subjectId: plan.id, ...decideSigned(facts, plan, { asOf, policy }) }]
  },
}

function decideSigned(
  facts: CaseFacts,
  plan: PlanFact,
  { asOf, policy }: Asked,
): Omit<DutyDecision, 'subjectId'> {
  const { dueOn, limit } = deadline(signWithin, plan.writtenOn, { asOf, policy })
  const head = { dueOn, dueWords: `${limit} after the plan is written` }
  const written = { text: 'The plan was written', on: plan.writtenOn }
  const missing = missingSignatures(plan)
  if (missing.length === 0) {
    const on = latest(plan.writtenOn, ...plan.signatures.map(signature => signature.on))
    return { ...head, state: 'met', because: [written, { text: 'All three have signed', on }] }
  }
  const excuse = excusedBy(facts, 'OM-4.1-signed', plan.id, asOf)
  if (excuse !== null) return { ...head, state: 'excused', because: [written, excuse] }
  const names = missing.map(who => signatories[who].toLowerCase()).join(', ')
  return {
    ...head,
    state: isAfter(asOf, dueOn) ? 'overdue' : 'open',
    because: [written, { text: `Not signed yet by: ${names}` }],
  }
}

/** Who has not signed the plan. */
export function missingSignatures(plan: Pick<PlanFact, 'signatures'>): Signatory[] {
  const signed = new Set(plan.signatures.map(signature => signature.signatory))
  return (Object.keys(signatories) as Signatory[]).filter(who => !signed.has(who))
}
