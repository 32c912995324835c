/** Who looked at a child's record, and who changed it. */
export function looksUrl(childId: string): string {
  return `/children/${childId}/looks`
}
