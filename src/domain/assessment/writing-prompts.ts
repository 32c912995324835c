import type { AssessmentFact, CaseFacts } from '../rules/case-facts.ts'
import { eventsOf } from '../rules/case-facts.ts'
import type { PromptRule } from '../rules/rule.ts'

/** An assessment in the moment of writing, and the case that it is written in. */
export interface AssessmentWriting {
  readonly facts: CaseFacts
  readonly assessment: Pick<AssessmentFact, 'completedOn' | 'reviewOf'>
}

/**
 * OM-2.3-genogram: the family is drawn with the family, or the record says why not.
 *
 * @source OM section 2.3
 * @interpretation One genogram serves the whole case; a review asks for no new one.
 */
export const genogramPrompt: PromptRule<AssessmentWriting> = {
  id: 'OM-2.3-genogram',
  kind: 'prompt',
  title: 'Draw a genogram with the family, in symbols that they choose, or record why not',
  why: 'A drawing shows in a minute who matters to a child, who could help and who is missing. Families tell more with a pen in hand.',
  citation: { source: 'OM', section: '2.3' },
  parameters: {},
  advise: ({ facts, assessment }) => {
    if (assessment.completedOn !== null || eventsOf(facts, 'genogram').length > 0) return null
    return 'Nobody has drawn a genogram with this family yet. Let them choose the symbols. Where it does not fit, record why not.'
  },
}

/**
 * OM-5.1-specific: a judgement of risk says what harm, to whom, when, and how soon.
 *
 * @source OM section 5.1
 */
export const specificHarmPrompt: PromptRule<AssessmentWriting> = {
  id: 'OM-5.1-specific',
  kind: 'prompt',
  title: 'Say what harm, to whom, in which circumstances and how soon',
  why: '“High risk” alone protects nobody and can follow a child for years. Said precisely, others know what to do, and when it has passed.',
  citation: { source: 'OM', section: '5.1' },
  parameters: {},
  advise: ({ assessment }) => {
    if (assessment.completedOn !== null) return null
    return 'Say what harm, to whom, in which circumstances and how soon. Include behaviour that did not lead to a conviction, and what the police know.'
  },
}
