import { addDays, earliest, isAfter, isBefore } from '../calendar/plain-date.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { askGuard } from '../rules/ask-guard.ts'
import type { Policy } from '../rules/policy.ts'
import type { GuardRule } from '../rules/rule.ts'
import type { PanelDecision } from '../vocabulary/outcomes.ts'
import { outcomeKinds } from '../vocabulary/outcomes.ts'
import type { DecisionFacts } from './decision-facts.ts'

/** What stops a decision, by rule: `ruleId` is null where no rule but plain sense says so. */
export interface Stop {
  readonly ruleId: string | null
  readonly field: 'decidedOn' | 'decision' | null
  readonly message: string
}

export type DecisionRecording =
  | {
      readonly kind: 'allowed'
      /** Why the referral closes with this decision, or null when work follows. */
      readonly closesBecause: string | null
    }
  | { readonly kind: 'stopped'; readonly stops: readonly Stop[] }

interface Around {
  readonly receivedOn: PlainDate
  readonly isClosed: boolean
  readonly hasOutcome: boolean
  readonly today: PlainDate
  readonly policy: Policy
}

/**
 * Decides whether an out-of-court decision can be recorded: every guard in front of it, and whether its day makes sense.
 *
 * @param guards in the order in which their stops are shown
 * @source OM section 6; HMIP standard 3.4
 * @interpretation One decision for a referral; no further action and a charge close it, for then nothing follows here.
 */
export function recordDecision(
  facts: DecisionFacts,
  around: Around,
  guards: readonly GuardRule<DecisionFacts>[],
): DecisionRecording {
  const plain = plainStops(facts, around)
  const guarded = guards.flatMap(guard => {
    const decision = askGuard(guard, facts, { asOf: around.today, policy: around.policy })
    if (decision.kind !== 'blocked') return []
    return decision.missing.map(message => ({ ruleId: guard.id, field: null, message }))
  })
  const stops = [...plain, ...guarded]
  if (stops.length > 0) return { kind: 'stopped', stops }
  return { kind: 'allowed', closesBecause: closesBecause(facts.decision) }
}

function plainStops(facts: DecisionFacts, around: Around): Stop[] {
  if (around.hasOutcome) {
    return [stop('decision', 'A decision is already recorded for this referral.')]
  }
  if (around.isClosed) return [stop('decision', 'This referral is closed.')]
  if (isAfter(facts.decidedOn, around.today)) {
    return [stop('decidedOn', 'The day of the decision must be today or in the past.')]
  }
  if (isBefore(facts.decidedOn, around.receivedOn)) {
    return [stop('decidedOn', 'The decision cannot be earlier than the referral.')]
  }
  return []
}

function stop(field: 'decidedOn' | 'decision', message: string): Stop {
  return { ruleId: null, field, message }
}

function closesBecause(decision: PanelDecision): string | null {
  const { tier, name } = outcomeKinds[decision]
  return tier === 'none' ? name : null
}

/**
 * The last day on which a summary-only offence can still go to court, for the worker to see beside the conditions; null without offences.
 *
 * @returns 16 weeks after the earliest offence, as the guidance reckons it
 * @source OM section 6.3
 */
export function summaryLimit(offenceDays: readonly PlainDate[]): PlainDate | null {
  const first = earliest(...offenceDays)
  return first === undefined ? null : addDays(first, 16 * 7)
}
