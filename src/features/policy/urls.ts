/** What the service has settled over the rules. */
export const policyUrl = '/policy'

/** Every change of the policy pack: who, when, from what to what, why. */
export const policyHistoryUrl = '/policy/history'

/** Where a day on which the offices are closed is added. */
export const closeDayUrl = '/policy/closed-days/new'

/** Where a number of a rule is changed. */
export function changeNumberUrl(ruleId: string, parameter: string): string {
  return `/policy/rules/${ruleId}/numbers/${parameter}`
}

/** Where a rule is switched on or off. */
export function switchRuleUrl(ruleId: string): string {
  return `/policy/rules/${ruleId}/switch`
}
