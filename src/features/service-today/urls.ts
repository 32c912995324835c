/** The head of service's own page. */
export const serviceTodayUrl = '/service-today'
