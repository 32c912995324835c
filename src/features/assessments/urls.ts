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

/** One section of an assessment that is still being written. */
export function assessmentSectionUrl(
  childId: string,
  assessmentId: string,
  section: string,
): string {
  return `${assessmentEditUrl(childId, assessmentId)}/${section}`
}

/** Where an assessment goes on in a deeper form. */
export function assessmentDeepenUrl(childId: string, assessmentId: string): string {
  return `${assessmentUrl(childId, assessmentId)}/deepen`
}

/** A draft as it was before it went on in a deeper form. */
export function assessmentEarlierUrl(childId: string, assessmentId: string): string {
  return `${assessmentUrl(childId, assessmentId)}/earlier`
}

/** Where a review of an assessment is started. */
export function assessmentReviewUrl(childId: string, assessmentId: string): string {
  return `${assessmentUrl(childId, assessmentId)}/review`
}

/** Where a manager quality-assures and countersigns an assessment. */
export function assessmentQualityUrl(childId: string, assessmentId: string): string {
  return `${assessmentUrl(childId, assessmentId)}/quality-assurance`
}

/** The tools beside the assessment, with what was found with each. */
export function toolsUrl(childId: string): string {
  return `${childUrl(childId)}/tools`
}

/** A tool to fill in. */
export function newToolUrl(childId: string, tool: string): string {
  return `${toolsUrl(childId)}/new/${tool}`
}

/** What was found with a tool on a day. */
export function toolResultUrl(childId: string, resultId: string): string {
  return `${toolsUrl(childId)}/${resultId}`
}

/** Takes back a result that was recorded by mistake. */
export function withdrawToolUrl(childId: string, resultId: string): string {
  return `${toolResultUrl(childId, resultId)}/withdraw`
}
