import { askGuard } from './ask-guard.ts'
import type { Asked } from './policy.ts'
import type { GuardDecision, GuardRule } from './rule.ts'

type Blocked = Extract<GuardDecision, { kind: 'blocked' }>

/** What one guard still wants before a step can be taken. */
export type GuardStop = Pick<Blocked, 'missing' | 'mayAgree'> & { readonly ruleId: string }

/** What guards still want before a step, in their order; none: it can be taken. */
export function guardStops<Facts>(
  guards: readonly GuardRule<Facts>[],
  facts: Facts,
  asked: Asked,
): GuardStop[] {
  return guards.flatMap(guard => {
    const decision = askGuard(guard, facts, asked)
    if (decision.kind !== 'blocked') return []
    return [{ ruleId: guard.id, missing: decision.missing, mayAgree: decision.mayAgree }]
  })
}
