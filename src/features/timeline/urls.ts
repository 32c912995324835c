/** Everything in one line, newest first. */
export function timelineUrl(childId: string): string {
  return `/children/${childId}/timeline`
}

/** The chronologies that were chosen from it. */
export function chronologiesUrl(childId: string): string {
  return `/children/${childId}/chronologies`
}

/** Starts a chronology; as a copy of another when one is named. */
export function newChronologyUrl(childId: string, copyOf?: string): string {
  return `${chronologiesUrl(childId)}/new${copyOf === undefined ? '' : `?copy=${copyOf}`}`
}

/** Adds entries of the timeline to a chronology; they are named in the address by code and id. */
export function addEntriesUrl(childId: string): string {
  return `${chronologiesUrl(childId)}/add`
}

/** A chronology, to read and to print. */
export function chronologyUrl(childId: string, chronologyId: string): string {
  return `${chronologiesUrl(childId)}/${chronologyId}`
}

/** Why each entry matters, and what the pattern tells. */
export function editChronologyUrl(childId: string, chronologyId: string): string {
  return `${chronologyUrl(childId, chronologyId)}/edit`
}

/** Adds something that happened elsewhere. */
export function newEntryUrl(childId: string, chronologyId: string): string {
  return `${chronologyUrl(childId, chronologyId)}/entries/new`
}

/** Finishes it: from then on it stays as it is. */
export function finishChronologyUrl(childId: string, chronologyId: string): string {
  return `${chronologyUrl(childId, chronologyId)}/finish`
}
