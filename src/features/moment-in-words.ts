import type { Temporal } from 'temporal-polyfill'
import { formatDate } from '#domain/calendar/format-date.ts'
import { londonTime } from '#domain/calendar/time.ts'

/** `14:05 on 2 March 2026`, as clocks in London show it. */
export function momentInWords(instant: Temporal.Instant): string {
  const { date, time } = londonTime(instant)
  return `${time} on ${formatDate(date)}`
}
