/** Where somebody who may agrees to go on without what a rule asks. */
export function grantAgreementUrl(childId: string, ruleId: string, subjectId: string): string {
  return `/children/${childId}/agreements/${ruleId}/${subjectId}`
}

/** Where a worker asks for that agreement. */
export function askAgreementUrl(childId: string, ruleId: string, subjectId: string): string {
  return `${grantAgreementUrl(childId, ruleId, subjectId)}/ask`
}
