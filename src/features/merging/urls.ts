/** Children who may be recorded twice. */
export const duplicatesUrl = '/children/duplicates'

/** Two records side by side, to make them one: the first is kept. */
export function mergeUrl(keptId: string, otherId: string): string {
  return `/children/${keptId}/merge/${otherId}`
}

/** To say that two records are of two children. */
export function notSameUrl(childId: string, otherId: string): string {
  return `/children/${childId}/not-the-same/${otherId}`
}

/** What was merged into a child's record. */
export function mergesUrl(childId: string): string {
  return `/children/${childId}/merges`
}

/** To part two records again. */
export function undoMergeUrl(childId: string, mergeId: string): string {
  return `/children/${childId}/merges/${mergeId}/undo`
}
