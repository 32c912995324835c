import type { AssessmentDays } from './assessment.ts'
import type { Refusal } from './change-assessment.ts'
import type { FormDefinition } from './form-definition.ts'

/** The forms that go deeper than the one in which an assessment is written, the next one first. */
export function deeperForms(
  now: Pick<FormDefinition, 'depth'>,
  forms: readonly FormDefinition[],
): FormDefinition[] {
  return forms
    .filter(({ depth }) => depth > now.depth)
    .toSorted((one, other) => one.depth - other.depth)
}

/**
 * What happens to an assessment that goes deeper: a draft goes on in the deeper form; a completed one stays as it was signed, and what it
 * says goes on in a draft that follows it.
 *
 * @interpretation What a panel decided by, and a manager signed, does not change because the child is charged later.
 */
export function wayDeeper({ completedOn }: Pick<AssessmentDays, 'completedOn'>) {
  return completedOn === null ? 'goes-on' : 'follows'
}

/** Why an assessment cannot go deeper; null when it can. */
export function whyNotDeepen(assessment: {
  readonly isLatest: boolean
  readonly deeper: readonly FormDefinition[]
}): Refusal {
  if (!assessment.isLatest) return 'There is a later assessment. Go on with that one.'
  if (assessment.deeper.length === 0) return 'This assessment is on the deepest form there is.'
  return null
}
