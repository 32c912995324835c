interface NewContact {
  readonly interventionId?: string
  readonly referralId?: string
  /** A code of `contactKinds`, chosen already when the page opens. */
  readonly kind?: string
}

/** Plans a contact or records one that has happened, under an intervention or a referral. */
export function newContactUrl(childId: string, about: NewContact): string {
  const query = new URLSearchParams()
  if (about.interventionId !== undefined) query.set('intervention', about.interventionId)
  if (about.referralId !== undefined) query.set('referral', about.referralId)
  if (about.kind !== undefined) query.set('kind', about.kind)
  return `/children/${childId}/contacts/new?${query.toString()}`
}

/** One contact: when, where, who was there, what was written to the child. */
export function contactUrl(childId: string, contactId: string): string {
  return `/children/${childId}/contacts/${contactId}`
}

/** Records what happened at a contact. */
export function recordContactUrl(childId: string, contactId: string): string {
  return `${contactUrl(childId, contactId)}/record`
}

/** Moves a planned contact to another day. */
export function moveContactUrl(childId: string, contactId: string): string {
  return `${contactUrl(childId, contactId)}/move`
}
