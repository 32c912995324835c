import { childUrl } from '../children/urls.ts'

/** Keeps a child's record for named people, or names others. */
export function restrictionUrl(childId: string): string {
  return `${childUrl(childId)}/restriction`
}

/** Opens a restricted record to everybody again. */
export function liftRestrictionUrl(childId: string): string {
  return `${restrictionUrl(childId)}/lift`
}

/** The address pattern of the one page about a restricted child that others may open. */
export const urgentAccessPattern = '/children/:childId/urgent-access'

/** Opens a restricted record to oneself for a day, with a reason. */
export function urgentAccessUrl(childId: string): string {
  return `${childUrl(childId)}/urgent-access`
}
