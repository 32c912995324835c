import { childUrl } from '../children/urls.ts'

/** Where the assessment of a referral is opened, or started when there is none. */
export function assessmentStartUrl(childId: string, referralId: string): string {
  return `${childUrl(childId)}/referrals/${referralId}/assessment`
}

/** An assessment, to read. */
export function assessmentUrl(childId: string, assessmentId: string): string {
  return `${childUrl(childId)}/assessments/${assessmentId}`
}

/** An assessment that is still being written. */
export function assessmentEditUrl(childId: string, assessmentId: string): string {
  return `${assessmentUrl(childId, assessmentId)}/edit`
}

/** Where a review of an assessment is started. */
export function assessmentReviewUrl(childId: string, assessmentId: string): string {
  return `${assessmentUrl(childId, assessmentId)}/review`
}

/** Where a manager quality-assures and countersigns an assessment. */
export function assessmentQualityUrl(childId: string, assessmentId: string): string {
  return `${assessmentUrl(childId, assessmentId)}/quality-assurance`
}
