import { feedbackVoices } from '../vocabulary/work.ts'
import type { FeedbackVoice } from '../vocabulary/work.ts'
import { refused } from './refused.ts'
import type { Refusal, Refused } from './refused.ts'

export interface FeedbackAsked {
  readonly voice: FeedbackVoice
  readonly gave: boolean
  readonly whatHelped: string | null
  readonly whatToChange: string | null
  /** Why there is no feedback. */
  readonly whyNot: string | null
  /** How the names of this voice's questions begin: `child`, `parent`. */
  readonly field: string
}

export interface FeedbackGiven {
  readonly voice: FeedbackVoice
  readonly whatHelped: string
  readonly whatToChange: string
}

export type FeedbackAnswers =
  | {
      readonly kind: 'heard'
      readonly given: readonly FeedbackGiven[]
      /** Why a voice is missing, each a sentence for the record of the closing. */
      readonly missing: readonly string[]
    }
  | Refused

/**
 * Every child and family is asked at the end of work: what helped and what to change, or the record says why they were not heard.
 *
 * @source DP (feedback at the end of work)
 */
export function feedbackAnswers(voices: readonly FeedbackAsked[]): FeedbackAnswers {
  const problems = voices.flatMap(problemsOf)
  if (problems.length > 0) return refused(...problems)
  return {
    kind: 'heard',
    given: voices.flatMap(({ gave, voice, whatHelped, whatToChange }) =>
      gave && whatHelped !== null && whatToChange !== null
        ? [{ voice, whatHelped, whatToChange }]
        : [],
    ),
    missing: voices.flatMap(({ gave, voice, whyNot }) =>
      gave ? [] : [`${feedbackVoices[voice]}: no feedback. ${whyNot ?? ''}`],
    ),
  }
}

function problemsOf({ field, gave, whatHelped, whatToChange, whyNot }: FeedbackAsked): Refusal[] {
  if (!gave) {
    if (whyNot !== null) return []
    return [{ field: `${field}WhyNot`, message: 'Write why there is no feedback' }]
  }
  const helped = { field: `${field}Helped`, message: 'Write what they say helped' }
  const change = { field: `${field}Change`, message: 'Write what they would change, or “nothing”' }
  return [...(whatHelped === null ? [helped] : []), ...(whatToChange === null ? [change] : [])]
}
