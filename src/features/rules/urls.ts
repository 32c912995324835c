/** The rule book. */
export const ruleBookUrl = '/rules'

/** Where a rule is explained: every "why?" leads here. */
export function ruleUrl(ruleId: string): string {
  return `/rules/${ruleId}`
}
