/** The drawing of a child's family. @param personId the piece that is chosen for moving */
export function genogramUrl(childId: string, personId: string | null = null): string {
  const url = `/children/${childId}/genogram`
  return personId === null ? url : `${url}?piece=${personId}#move`
}

/** Moves one piece of the drawing. */
export function movePieceUrl(childId: string): string {
  return `${genogramUrl(childId)}/move`
}

/** Changes the symbol and the name of one piece. */
export function pieceUrl(childId: string, personId: string): string {
  return `${genogramUrl(childId)}/pieces/${personId}`
}

/** Puts every piece back to where it stands by itself. */
export function layOutAfreshUrl(childId: string): string {
  return `${genogramUrl(childId)}/afresh`
}

/** Records that the drawing was made with the family. */
export function drawnWithFamilyUrl(childId: string): string {
  return `${genogramUrl(childId)}/drawn`
}
