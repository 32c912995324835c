import type { Asked } from './policy.ts'
import type { PromptRule } from './rule.ts'

/** Advice that a rule gives, with the rule's id. */
export interface Advice {
  readonly ruleId: string
  readonly text: string
}

/** What the prompts of a moment say, in their order; those that the service has switched off say nothing. */
export function askPrompts<Facts>(
  prompts: readonly PromptRule<Facts>[],
  facts: Facts,
  { asOf, policy }: Asked,
): Advice[] {
  return prompts
    .filter(({ id }) => policy.isOn(id, asOf))
    .flatMap(prompt => {
      const text = prompt.advise(facts, asOf, policy)
      return text === null ? [] : [{ ruleId: prompt.id, text }]
    })
}
