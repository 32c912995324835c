/** Youth justice panels to come, and those held. */
export const panelsUrl = '/panels'

/** Sets the date of a panel. */
export const newPanelUrl = '/panels/new'

/** A panel with its cases. */
export function panelUrl(panelId: string): string {
  return `/panels/${panelId}`
}

/** Records who came to a panel. */
export function panelAttendanceUrl(panelId: string): string {
  return `${panelUrl(panelId)}/attendance`
}
