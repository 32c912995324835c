import { askGuard } from '../rules/ask-guard.ts'
import type { Asked } from '../rules/policy.ts'
import type { PanelDecision } from '../vocabulary/outcomes.ts'
import { panelDecisions } from '../vocabulary/outcomes.ts'
import type { GuardRule, Reason } from '../rules/rule.ts'
import type { DecisionEvidence, DecisionFacts } from './decision-facts.ts'
import { panelGaps, type Gap } from './decision-guards.ts'

/** Where a guard stands before anything is typed. */
export interface GuardStanding {
  readonly guard: GuardRule<DecisionFacts>
  /** `asked-below`: what it wants is typed on the page itself. */
  readonly state: 'there' | 'missing' | 'asked-below' | 'not-applicable'
  readonly missing: readonly StandingGap[]
  /** What it rests on where everything is there. */
  readonly because: readonly Reason[]
  /** Decisions for which the guard does not apply. */
  readonly notNeededFor: readonly PanelDecision[]
}

/** A sentence that says what to do, and the part of the record where it is done. */
export interface StandingGap {
  readonly about: Gap['about'] | 'explanation' | 'quality-assurance'
  readonly message: string
}

const wantsWhatIsTyped = new Set(['HMIP-3.4-joint', 'OM-6.3-ycc-length'])

/**
 * Where each guard stands on the record alone, so that nobody writes a decision that cannot be recorded.
 *
 * @param asked the day of the decision as far as is known, and the service's policy
 * @interpretation The record is asked as for a community resolution, the most usual decision: what only some decisions need is shown
 * as needed.
 */
export function guardStandings(
  evidence: DecisionEvidence,
  guards: readonly GuardRule<DecisionFacts>[],
  asked: Asked,
): GuardStanding[] {
  const facts: DecisionFacts = { ...evidence, ...nothingTyped(asked.asOf) }
  return guards.map(guard => ({
    guard,
    ...standing(guard, facts, asked),
    notNeededFor: panelDecisions.filter(
      decision => askGuard(guard, { ...facts, decision }, asked).kind === 'not-applicable',
    ),
  }))
}

function standing(
  guard: GuardRule<DecisionFacts>,
  facts: DecisionFacts,
  asked: Asked,
): Pick<GuardStanding, 'state' | 'missing' | 'because'> {
  const nothing = { missing: [], because: [] }
  if (wantsWhatIsTyped.has(guard.id)) return { state: 'asked-below', ...nothing }
  const decision = askGuard(guard, facts, asked)
  if (decision.kind === 'allowed') {
    return { state: 'there', missing: [], because: decision.because }
  }
  if (decision.kind === 'not-applicable') return { state: 'not-applicable', ...nothing }
  const missing = guard.id === 'OM-6.1-panel' ? panelGaps(facts) : gapsOf(guard.id, decision)
  return { state: 'missing', missing, because: [] }
}

const aboutRule: Readonly<Record<string, StandingGap['about']>> = {
  'HMIP-3.4-implications': 'explanation',
  'OM-6.4-care-qa': 'quality-assurance',
}

function gapsOf(ruleId: string, decision: { readonly missing: readonly string[] }): StandingGap[] {
  const about = aboutRule[ruleId] ?? 'assessment'
  return decision.missing.map(message => ({ about, message }))
}

function nothingTyped(today: Asked['asOf']) {
  return {
    decision: 'community-resolution',
    decidedOn: today,
    conditionsEndOn: null,
    decidedByService: null,
    decidedByPolice: null,
    rationale: '',
    weighed: { diversity: '', safety: '', wellbeing: '', risk: '' },
  } as const
}
