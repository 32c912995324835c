import type { PromptRule } from '../rules/rule.ts'
import type { CaseToAllocate } from './allocation-facts.ts'

/**
 * HMIP-div-girls: a girl is asked which worker she would like, above all where she has met violence from men.
 *
 * @source HMIP, diversity
 * @interpretation Whether male violence is known is not a fact that the record tells apart, so every girl is asked.
 */
export const workerPreferencePrompt: PromptRule<CaseToAllocate> = {
  id: 'HMIP-div-girls',
  kind: 'prompt',
  title: 'Ask a girl which worker she would like, and record what she says',
  why: 'A girl who has been hurt by men may not be able to talk to one, however good he is. Asking costs nothing.',
  citation: { source: 'HMIP', section: 'diversity' },
  parameters: {},
  advise: ({ isGirl, preferenceAskedOn }) => {
    if (!isGirl || preferenceAskedOn !== null) return null
    return 'Nobody has recorded which worker she would like. Ask her before you choose, above all where she has met violence from men.'
  },
}
