/** Everybody who is or was around a child. */
export function peopleUrl(childId: string): string {
  return `/children/${childId}/people`
}
