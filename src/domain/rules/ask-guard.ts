import type { Asked } from './policy.ts'
import type { GuardDecision, GuardRule } from './rule.ts'

/** What a guard says of a step on a day; one that the service has switched off says nothing. */
export function askGuard<Facts>(
  guard: GuardRule<Facts>,
  facts: Facts,
  { asOf, policy }: Asked,
): GuardDecision {
  if (!policy.isOn(guard.id, asOf)) return { kind: 'not-applicable' }
  return guard.decide(facts, asOf, policy)
}
