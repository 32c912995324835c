import { childUrl } from '../children/urls.ts'

/** Who the child says they are and what they need, on one page. */
export function identityUrl(childId: string): string {
  return `${childUrl(childId)}/identity`
}

/** The parts in which it is changed, by the last word of their address. */
export type IdentityPart = 'names' | 'myself' | 'communication' | 'wishes'

/** Changes one part of who the child is. */
export function identityPartUrl(childId: string, part: IdentityPart): string {
  return `${identityUrl(childId)}/${part}`
}

/** What was written there before, by whom and until when. */
export function identityHistoryUrl(childId: string): string {
  return `${identityUrl(childId)}/history`
}

/** Adds a number by which others know the child. */
export function newIdentifierUrl(childId: string): string {
  return `${identityUrl(childId)}/identifiers/new`
}

/** Corrects a number. */
export function identifierUrl(childId: string, identifierId: string): string {
  return `${identityUrl(childId)}/identifiers/${identifierId}`
}

/** Takes back a number that was recorded in error. */
export function withdrawIdentifierUrl(childId: string, identifierId: string): string {
  return `${identifierUrl(childId, identifierId)}/withdraw`
}
