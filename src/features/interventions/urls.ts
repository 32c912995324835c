/** Opens work with a child; from a referral when one is named. */
export function newInterventionUrl(childId: string, referralId?: string): string {
  const query = referralId === undefined ? '' : `?referral=${referralId}`
  return `/children/${childId}/interventions/new${query}`
}

/** The page of one piece of work. */
export function interventionUrl(childId: string, interventionId: string): string {
  return `/children/${childId}/interventions/${interventionId}`
}

/** Chooses the worker. */
export function allocationUrl(childId: string, interventionId: string): string {
  return `${interventionUrl(childId, interventionId)}/allocation`
}

/** Closes the work. */
export function closeInterventionUrl(childId: string, interventionId: string): string {
  return `${interventionUrl(childId, interventionId)}/close`
}

/** Makes a service agreement with the child. */
export function serviceAgreementNewUrl(childId: string, interventionId: string): string {
  return `${interventionUrl(childId, interventionId)}/service-agreement`
}

/** A service agreement as it was made, to read and to print. */
export function serviceAgreementUrl(childId: string, agreementId: string): string {
  return `/children/${childId}/service-agreements/${agreementId}`
}

/** Adds a signature to a service agreement. */
export function signServiceAgreementUrl(childId: string, agreementId: string): string {
  return `${serviceAgreementUrl(childId, agreementId)}/sign`
}
