import { grantAgreementUrl } from './urls.ts'

/** Where somebody who may answer declines an open request. */
export function declineAgreementUrl(childId: string, ruleId: string, subjectId: string): string {
  return `${grantAgreementUrl(childId, ruleId, subjectId)}/decline`
}
