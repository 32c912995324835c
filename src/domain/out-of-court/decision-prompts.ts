import type { PromptRule } from '../rules/rule.ts'
import type { OutcomeKind } from '../vocabulary/outcomes.ts'
import { outcomeKinds } from '../vocabulary/outcomes.ts'
import type { Admission } from '../vocabulary/work.ts'
import type { HomeOffenceFacts } from './home-offence.ts'

/** What the advice at the decision reads. */
export interface DecisionPromptFacts extends HomeOffenceFacts {
  readonly admission: Admission | null
  readonly offenceTitles: readonly string[]
  /** What was decided about the child before, in any case. */
  readonly earlierOutcomes: readonly OutcomeKind[]
}

const knife = /\b(knife|knives|blade|bladed|machete|sharply pointed)\b/i

/**
 * DP-knife: carrying a knife for the first time does not lead to a conditional caution by itself.
 *
 * @source DP "knife crime"
 * @interpretation An offence is about a knife when its title says so. "No earlier outcome" means that nothing but no further action or a
 * charge was decided before.
 */
export const knifePrompt: PromptRule<DecisionPromptFacts> = {
  id: 'DP-knife',
  kind: 'prompt',
  title: 'A first knife offence: is a community resolution right for this child?',
  why: 'Fear makes children carry knives. An outcome chosen by habit can do more harm than the one that fits this child.',
  citation: { source: 'DP', section: 'knife crime' },
  parameters: {},
  advise: ({ offenceTitles, earlierOutcomes }) => {
    const isFirst = earlierOutcomes.every(kind => outcomeKinds[kind].tier === 'none')
    if (!isFirst || !offenceTitles.some(title => knife.test(title))) return null
    return 'Carrying a knife does not lead to a conditional caution by itself. This child has no earlier outcome: would a community resolution do more?'
  },
}

/**
 * DC-outcome-22: a child who does not admit it can still be diverted.
 *
 * @source DC "Outcome 22"
 * @interpretation A child who admits a part, or makes no comment, has not admitted it.
 */
export const outcome22Prompt: PromptRule<DecisionPromptFacts> = {
  id: 'DC-outcome-22',
  kind: 'prompt',
  title: 'No admission: Outcome 22 and deferred prosecution are possible',
  why: 'Children who do not trust the process say nothing, and more of them are from minority ethnic groups. Help should not depend on it.',
  citation: { source: 'DC', section: 'Outcome 22' },
  parameters: {},
  advise: ({ admission }) => {
    if (admission === null || admission === 'admitted') return null
    return 'The child has not admitted it in full. Outcome 22 and deferred prosecution need no admission, and help a child who does not trust the process or was told to say nothing.'
  },
}
