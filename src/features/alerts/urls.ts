import { childUrl } from '../children/urls.ts'

/** What whoever meets the child has to know first: standing alerts and ended ones. */
export function alertsUrl(childId: string): string {
  return `${childUrl(childId)}/alerts`
}

/** Records an alert. */
export function newAlertUrl(childId: string): string {
  return `${alertsUrl(childId)}/new`
}

/** One alert with its earlier versions. */
export function alertUrl(childId: string, alertId: string): string {
  return `${alertsUrl(childId)}/${alertId}`
}

/** Changes what an alert says. */
export function changeAlertUrl(childId: string, alertId: string): string {
  return `${alertUrl(childId, alertId)}/change`
}

/** Looks at an alert again: still needed until another day. */
export function reviewAlertUrl(childId: string, alertId: string): string {
  return `${alertUrl(childId, alertId)}/review`
}

/** Ends an alert that is needed no more. */
export function endAlertUrl(childId: string, alertId: string): string {
  return `${alertUrl(childId, alertId)}/end`
}
