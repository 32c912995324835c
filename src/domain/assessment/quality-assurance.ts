import type { AssessmentDays } from './assessment.ts'
import type { Refusal } from './change-assessment.ts'

interface Assured extends AssessmentDays {
  readonly authorId: string
  /** True once a panel's decision rests on it: what the panel read must stay. */
  readonly isDecidedOn: boolean
}

export type QualityStep = 'countersign' | 'return'

/**
 * Whether a manager may countersign an assessment or return it to its author.
 *
 * @source OM section 4.3, section 6.4; HMIP-3.4-single for what the panel used
 * @interpretation An assessment that a decision rests on is not returned: what is wrong with it goes into a review.
 */
export function whyNotAssure(assessment: Assured, by: string, step: QualityStep): Refusal {
  if (assessment.authorId === by) {
    return 'You wrote this assessment, so another manager has to look at it.'
  }
  if (assessment.completedOn === null) return 'This assessment is still being written.'
  if (assessment.countersignedOn !== null) return 'This assessment is already countersigned.'
  if (step === 'return' && assessment.isDecidedOn) {
    return 'A decision rests on this assessment, so it cannot go back. Countersign it, and ask for a review.'
  }
  return null
}

/** What a manager says of an assessment: at least what to do when it goes back, both halves when it is countersigned. */
export interface QualityWords {
  readonly strengths: string
  readonly toDevelop: string
}

/** The note that is kept with the assessment. */
export function qualityNote(words: QualityWords): string {
  return [
    words.strengths.trim() && `Strengths: ${words.strengths.trim()}`,
    words.toDevelop.trim() && `To develop: ${words.toDevelop.trim()}`,
  ]
    .filter(part => part !== '')
    .join('\n\n')
}

/** What is not written yet for a step, with the input where it goes. */
export function qualityLacks(
  words: QualityWords,
  step: QualityStep,
): { field: 'strengths' | 'toDevelop'; message: string }[] {
  const lacks: { field: 'strengths' | 'toDevelop'; message: string }[] = []
  if (step === 'countersign' && words.strengths.trim() === '') {
    lacks.push({ field: 'strengths', message: 'Write what is good about this assessment' })
  }
  if (words.toDevelop.trim() === '') {
    const message =
      step === 'return'
        ? 'Write what has to be done before it comes back'
        : 'Write what to develop, or that there is nothing'
    lacks.push({ field: 'toDevelop', message })
  }
  return lacks
}
