import type { Holidays } from './bank-holidays.ts'
import { bankHolidays, holidayTitle } from './bank-holidays.ts'
import type { PlainDate } from './plain-date.ts'
import { addDays, isBefore, isSameDay } from './plain-date.ts'

/**
 * Whether a day is a working day: Monday to Friday and no holiday.
 *
 * @param holidays  bank holidays of England and Wales unless a service's own closed days are added
 * @throws RangeError for a year that the holidays do not cover
 */
export function isWorkingDay(date: PlainDate, holidays: Holidays = bankHolidays): boolean {
  return holidayTitle(date, holidays) === undefined && date.dayOfWeek <= 5
}

/**
 * The date a number of working days after a trigger; before it when the number is negative.
 * 0 gives the trigger day itself, working day or not.
 *
 * @interpretation Day 1 is the day after the trigger; guidance gives the number of days without saying where to start.
 * @throws RangeError when the number is not whole, or the count reaches a year that the holidays do not cover
 */
export function addWorkingDays(
  trigger: PlainDate,
  count: number,
  holidays: Holidays = bankHolidays,
): PlainDate {
  if (!Number.isInteger(count))
    throw new RangeError(`${count} is not a whole number of working days`)
  const step = Math.sign(count)
  let date = trigger
  for (let counted = 0; counted !== count;) {
    date = addDays(date, step)
    if (isWorkingDay(date, holidays)) counted += step
  }
  return date
}

/**
 * Working days after `from`, up to and including `to`. Negative when `to` is earlier: then the days before
 * `from`, back to and including `to`. So it undoes `addWorkingDays`.
 *
 * @throws RangeError for a year that the holidays do not cover
 */
export function workingDaysBetween(
  from: PlainDate,
  to: PlainDate,
  holidays: Holidays = bankHolidays,
): number {
  const step = isBefore(to, from) ? -1 : 1
  let counted = 0
  for (let date = from; !isSameDay(date, to);) {
    date = addDays(date, step)
    if (isWorkingDay(date, holidays)) counted += step
  }
  return counted
}
