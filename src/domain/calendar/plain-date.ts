import { Temporal } from 'temporal-polyfill'

/** A civil date: a day on the calendar, with no time and no time zone. */
export type PlainDate = Temporal.PlainDate

const isoDate = /^\d{4}-\d{2}-\d{2}$/

/**
 * Reads a date written as `2026-03-01`.
 *
 * @throws RangeError when the text has another form or names a day that does not exist
 */
export function plainDate(text: string): PlainDate {
  const date = parsePlainDate(text)
  if (!date) throw new RangeError(`"${text}" is not a date in the form 2026-03-01`)
  return date
}

/** Reads a date written as `2026-03-01`; undefined when it is not one. */
export function parsePlainDate(text: string): PlainDate | undefined {
  if (!isoDate.test(text)) return undefined
  const [year, month, day] = text.split('-').map(Number)
  return realDate(Number(year), Number(month), Number(day))
}

/** The date with these parts (month 1 to 12), or undefined when there is no such day. */
export function realDate(year: number, month: number, day: number): PlainDate | undefined {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** For sorting: negative when `a` is earlier than `b`, 0 on the same day. */
export function compareDates(a: PlainDate, b: PlainDate): number {
  return Temporal.PlainDate.compare(a, b)
}

/** True when both are the same day. */
export function isSameDay(a: PlainDate, b: PlainDate): boolean {
  return compareDates(a, b) === 0
}

/** True when `date` is earlier than `other`; false on the same day. */
export function isBefore(date: PlainDate, other: PlainDate): boolean {
  return compareDates(date, other) < 0
}

/** True when `date` is later than `other`; false on the same day. */
export function isAfter(date: PlainDate, other: PlainDate): boolean {
  return compareDates(date, other) > 0
}

/** True when `date` is earlier than `other` or the same day. */
export function isOnOrBefore(date: PlainDate, other: PlainDate): boolean {
  return compareDates(date, other) <= 0
}

/** True when `date` is later than `other` or the same day. */
export function isOnOrAfter(date: PlainDate, other: PlainDate): boolean {
  return compareDates(date, other) >= 0
}

/** The earliest of the dates that are given; undefined only when none is. */
export function earliest(first: PlainDate, ...others: readonly PlainDate[]): PlainDate
export function earliest(...dates: readonly (PlainDate | null | undefined)[]): PlainDate | undefined
export function earliest(...dates: readonly (PlainDate | null | undefined)[]) {
  return inOrder(dates).at(0)
}

/** The latest of the dates that are given; undefined only when none is. */
export function latest(first: PlainDate, ...others: readonly PlainDate[]): PlainDate
export function latest(...dates: readonly (PlainDate | null | undefined)[]): PlainDate | undefined
export function latest(...dates: readonly (PlainDate | null | undefined)[]) {
  return inOrder(dates).at(-1)
}

/** The date a number of days later; earlier when the number is negative. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return date.add({ days })
}

/** Days from one date to another: 0 on the same day, 1 to the next, negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return from.until(to, { largestUnit: 'day' }).days
}

function inOrder(dates: readonly (PlainDate | null | undefined)[]): PlainDate[] {
  return dates.filter(date => date !== undefined && date !== null).sort(compareDates)
}
