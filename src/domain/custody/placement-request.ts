import { ageOfMajority, birthdayOn } from '../calendar/age.ts'
import { isBefore } from '../calendar/plain-date.ts'
import type { PromptRule } from '../rules/rule.ts'
import type { PlacementDraft } from './custody-facts.ts'

/**
 * OM-13.1-placement: whoever asks for a placement recommends a secure children's home.
 *
 * @source OM section 13.1
 * @interpretation It is said for requests on remand too: the source sends those to the line manager, and the recommendation is the same.
 */
export const placementRequest: PromptRule<PlacementDraft> = {
  id: 'OM-13.1-placement',
  kind: 'prompt',
  title: "Recommend a secure children's home for anyone under 18",
  why: 'Children are safer where staff are trained to care for them, in small numbers, than in any other locked place.',
  citation: { source: 'OM', section: '13.1' },
  parameters: {},
  waitsFor: 'custody',
  advise: ({ childBornOn }, asOf) => {
    if (!isBefore(asOf, birthdayOn(childBornOn, ageOfMajority))) return null
    return "Recommend a secure children's home, and say what makes this child unsafe elsewhere. On remand, talk with your manager first."
  },
}
