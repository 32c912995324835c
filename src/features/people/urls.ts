/** Everybody who is or was around a child. */
export function peopleUrl(childId: string): string {
  return `/children/${childId}/people`
}

/** Records somebody around a child. */
export function newPersonUrl(childId: string): string {
  return `${peopleUrl(childId)}/new`
}

/** Changes what is known of somebody around a child. */
export function changePersonUrl(childId: string, relationshipId: string): string {
  return `${peopleUrl(childId)}/${relationshipId}/change`
}

/** Says that somebody is no longer around. */
export function endRelationshipUrl(childId: string, relationshipId: string): string {
  return `${peopleUrl(childId)}/${relationshipId}/end`
}

/** Says which child known to the service somebody is. */
export function knownChildUrl(childId: string, relationshipId: string): string {
  return `${peopleUrl(childId)}/${relationshipId}/known-child`
}

/** Who works with the child, by agency. */
export function professionalsUrl(childId: string): string {
  return `${peopleUrl(childId)}/professionals`
}

/** Who in the family is whose parent and whose partner. */
export function familyUrl(childId: string): string {
  return `${peopleUrl(childId)}/family`
}

/** Records that somebody is somebody's parent. */
export function newParentUrl(childId: string, personId?: string): string {
  const of = personId === undefined ? '' : `?of=${personId}`
  return `${familyUrl(childId)}/parent${of}`
}

/** Records that two people are or were a couple. */
export function newCoupleUrl(childId: string): string {
  return `${familyUrl(childId)}/couple`
}

/** Takes back a link of the family that is wrong. */
export function withdrawLinkUrl(childId: string, linkId: string): string {
  return `${familyUrl(childId)}/${linkId}/withdraw`
}
