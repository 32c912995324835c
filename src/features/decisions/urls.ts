import { childUrl } from '../children/urls.ts'

/** Where it is recorded that the child and a parent or carer were told what an outcome means. */
export function explanationUrl(childId: string, referralId: string): string {
  return `${childUrl(childId)}/referrals/${referralId}/explanation`
}

/** Where the joint decision about a referral is recorded. */
export function decisionUrl(childId: string, referralId: string): string {
  return `${childUrl(childId)}/referrals/${referralId}/decision`
}

/** A decision as it was recorded. */
export function outcomeUrl(childId: string, outcomeId: string): string {
  return `${childUrl(childId)}/outcomes/${outcomeId}`
}
