/** The list and search of children. */
export const childrenUrl = '/children'

/** A child's page. */
export function childUrl(childId: string): string {
  return `/children/${childId}`
}
