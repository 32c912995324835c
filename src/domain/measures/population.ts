import type { PlainDate } from '../calendar/plain-date.ts'

/** How many children aged 10 to 17 live in the service's area. */
export interface Population {
  readonly childrenCount: number
  readonly measuredOn: PlainDate
  readonly source: string
}
