import type { Admission } from '../vocabulary/work.ts'
import type { OutcomeKind } from '../vocabulary/outcomes.ts'
import { outcomeKinds } from '../vocabulary/outcomes.ts'

/** Advice at the moment of deciding. It never stops anything. */
export interface Prompt {
  readonly ruleId: 'DP-knife' | 'DC-outcome-22'
  readonly text: string
}

interface PromptFacts {
  readonly admission: Admission | null
  readonly offenceTitles: readonly string[]
  /** What was decided about the child before, in any case. */
  readonly earlierOutcomes: readonly OutcomeKind[]
}

const knife = /\b(knife|knives|blade|bladed|machete|sharply pointed)\b/i

/**
 * The advice that fits this decision.
 *
 * @source DP "knife crime"; DC "Outcome 22"
 * @interpretation An offence is about a knife when its title says so. "No earlier outcome" means that nothing but no further action or a
 * charge was decided before. A child who admits a part, or makes no comment, has not admitted it.
 */
export function decisionPrompts(facts: PromptFacts): Prompt[] {
  const prompts: Prompt[] = []
  const isFirst = facts.earlierOutcomes.every(kind => outcomeKinds[kind].tier === 'none')
  if (isFirst && facts.offenceTitles.some(title => knife.test(title))) {
    const text =
      'Carrying a knife does not lead to a conditional caution by itself. This child has no earlier outcome: would a community resolution do more?'
    prompts.push({ ruleId: 'DP-knife', text })
  }
  if (facts.admission !== null && facts.admission !== 'admitted') {
    const text =
      'The child has not admitted it in full. Outcome 22 and deferred prosecution need no admission, and help a child who does not trust the process or was told to say nothing.'
    prompts.push({ ruleId: 'DC-outcome-22', text })
  }
  return prompts
}
