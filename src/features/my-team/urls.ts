/** A manager's own page. */
export const myTeamUrl = '/my-team'

/** Where the work of somebody who leaves is given to others. */
export function leavingUrl(staffId: string): string {
  return `${myTeamUrl}/${staffId}/leaving`
}
