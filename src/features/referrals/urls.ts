import { childUrl } from '../children/urls.ts'

/** Referrals in hand, by where they stand. */
export const referralsUrl = '/referrals'

/** Records a referral. */
export const newReferralUrl = '/referrals/new'

/** A referral: what happened, and where it stands. */
export function referralUrl(childId: string, referralId: string): string {
  return `${childUrl(childId)}/referrals/${referralId}`
}

/** Records the checks with those who know the child. */
export function referralChecksUrl(childId: string, referralId: string): string {
  return `${referralUrl(childId, referralId)}/checks`
}

/** Chooses who writes the assessment. */
export function referralAssessorUrl(childId: string, referralId: string): string {
  return `${referralUrl(childId, referralId)}/assessor`
}

/** Lists the referral for a panel, or moves it to a later one. */
export function referralPanelUrl(childId: string, referralId: string): string {
  return `${referralUrl(childId, referralId)}/panel`
}

/** Closes a safeguarding referral. */
export function closeReferralUrl(childId: string, referralId: string): string {
  return `${referralUrl(childId, referralId)}/close`
}
