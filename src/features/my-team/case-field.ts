import type { CaseFacts } from '#domain/rules/case-facts.ts'

/** The input in which somebody is chosen for a case. Names of inputs have letters and digits alone. */
export function caseField({ caseId }: Pick<CaseFacts, 'caseId'>): string {
  return `case${caseId.replaceAll('-', '')}`
}
