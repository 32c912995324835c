import type { PlainDate } from './plain-date.ts'
import { addDays } from './plain-date.ts'

/**
 * The same day of the month a number of calendar months later (earlier when negative), or the last day of
 * that month when it is shorter: 6 months after 31 August is 28 or 29 February.
 *
 * @interpretation Guidance that says "six months" is read as calendar months.
 */
export function addMonths(date: PlainDate, months: number): PlainDate {
  return date.add({ months }, { overflow: 'constrain' })
}

/**
 * The last day of an order or contract that runs for a number of months with its first day counted:
 * six months from 15 January end on 14 July.
 *
 * @interpretation Start plus months less one day, the reckoning of a youth rehabilitation order, for every term.
 */
export function lastDayOfTerm(firstDay: PlainDate, months: number): PlainDate {
  return addDays(addMonths(firstDay, months), -1)
}

/** The last day of the month in which a day lies. */
export function lastDayOfMonth(date: PlainDate): PlainDate {
  return date.with({ day: date.daysInMonth })
}

/** Whole calendar months from one date to another; negative when `to` is earlier. */
export function wholeMonthsBetween(from: PlainDate, to: PlainDate): number {
  return from.until(to, { largestUnit: 'month' }).months
}
