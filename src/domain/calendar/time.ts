import type { Temporal } from 'temporal-polyfill'
import type { PlainDate } from './plain-date.ts'

/** A point in time, the same the world over. */
export type Instant = Temporal.Instant

/** A day and a time of day (`HH:MM`, 24 hours) as a clock on the wall in London shows them. */
export type LondonTime = { readonly date: PlainDate; readonly time: string }

const london = 'Europe/London'
const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$/

/**
 * The instant at which clocks in London showed this time.
 *
 * A time that the spring change skips is read as on a clock not yet put forward: 01:30 is 02:30 summer time.
 * A time that comes twice in autumn is the first of the two unless `second` is asked for: `clockChangeAt`
 * tells a form when to ask.
 *
 * @param time  `HH:MM`, 00:00 to 23:59
 * @throws RangeError when the time has another form
 */
export function londonInstant(date: PlainDate, time: string, which?: 'first' | 'second'): Instant {
  const disambiguation = which === 'second' ? 'later' : 'compatible'
  return civil(date, time).toZonedDateTime(london, { disambiguation }).toInstant()
}

/** Day and time of day in London at an instant; seconds are left off. */
export function londonTime(instant: Instant): LondonTime {
  const zoned = instant.toZonedDateTimeISO(london)
  return {
    date: zoned.toPlainDate(),
    time: zoned.toPlainTime().toString({ smallestUnit: 'minute' }),
  }
}

/**
 * Whether a clock change makes this time doubtful: `skipped` when no clock showed it, `repeated` when
 * clocks showed it twice.
 *
 * @throws RangeError when the time is not `HH:MM`
 */
export function clockChangeAt(date: PlainDate, time: string): 'none' | 'skipped' | 'repeated' {
  const wanted = civil(date, time)
  const earlier = wanted.toZonedDateTime(london, { disambiguation: 'earlier' })
  const later = wanted.toZonedDateTime(london, { disambiguation: 'later' })
  if (earlier.equals(later)) return 'none'
  return earlier.toPlainDateTime().equals(wanted) ? 'repeated' : 'skipped'
}

/** Whole minutes from one instant to another, part minutes dropped; negative when `to` is earlier. */
export function minutesBetween(from: Instant, to: Instant): number {
  return Math.trunc((to.epochMilliseconds - from.epochMilliseconds) / 60_000)
}

/** "2:30pm", "midday" or "midnight" for a time of day `HH:MM`, as GOV.UK writes times. */
export function formatTime(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  if (minute === 0 && hour % 12 === 0) return hour === 0 ? 'midnight' : 'midday'
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`
  return `${hour % 12 || 12}${minutes}${hour < 12 ? 'am' : 'pm'}`
}

function civil(date: PlainDate, time: string): Temporal.PlainDateTime {
  if (!timeOfDay.test(time)) throw new RangeError(`"${time}" is not a time in the form 14:30`)
  return date.toPlainDateTime(time)
}
