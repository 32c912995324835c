/** The list and search of children. */
export const childrenUrl = '/children'

/** What a search found; the address has nothing of what was searched for. */
export function foundUrl(searchId: string): string {
  return `${childrenUrl}/found/${searchId}`
}

/** A child's page. */
export function childUrl(childId: string): string {
  return `/children/${childId}`
}

/** All that is owed, the work, the referrals and what happened. */
export function childWorkUrl(childId: string): string {
  return `${childUrl(childId)}/work`
}
