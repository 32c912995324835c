import type { AssessmentDays } from './assessment.ts'

/** What stops a step, in words that say what to do instead; null when nothing does. */
export type Refusal = string | null

/** Whether an assessment may still be written in. A completed one stays as it was read: what has changed goes into a review. */
export function whyNotChange(assessment: AssessmentDays): Refusal {
  if (assessment.completedOn === null) return null
  return 'This assessment is complete and does not change any more. Write what has changed in a review.'
}

/**
 * Whether a review of an assessment may be started.
 *
 * @source OM section 2.5
 * @interpretation A review belongs to work that is going on: without an open intervention there is nothing to review for.
 */
export function whyNotReview(
  assessment: AssessmentDays & { readonly isLatest: boolean },
  hasOpenIntervention: boolean,
): Refusal {
  if (assessment.completedOn === null) {
    return 'This assessment is still being written. Complete it first.'
  }
  if (!assessment.isLatest) return 'There is a later assessment. Review that one.'
  if (!hasOpenIntervention) return 'No work with the child is open, so there is nothing to review.'
  return null
}
