import type { AppealStatus } from '../vocabulary/outcomes.ts'

/**
 * Why an appeal takes an outcome out of every count, as a sentence; null when the outcome stands.
 *
 * @source YJB-SQL appeal status
 */
export function outByAppeal(appeal: AppealStatus): string | null {
  if (appeal === 'changed') return 'It was changed on appeal, so it is taken out of every count.'
  if (appeal === 'successful')
    return 'An appeal against it succeeded, so it is taken out of every count.'
  return null
}
