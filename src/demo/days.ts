import type { Period } from '#domain/calendar/period.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { addDays, daysBetween, plainDate } from '#domain/calendar/plain-date.ts'
import { isWorkingDay } from '#domain/calendar/working-days.ts'
import type { Random } from './random.ts'

/** A period from two dates written as `2021-01-01`, both included. */
export function daysFrom(from: string, to: string): Period {
  return { from: plainDate(from), to: plainDate(to) }
}

/** Any day of a period, working day or not. */
export function anyDayIn(random: Random, period: Period): PlainDate {
  return addDays(period.from, random.whole(0, daysBetween(period.from, period.to)))
}

/** A working day of a period that has at least one. */
export function workingDayIn(random: Random, period: Period): PlainDate {
  for (let tries = 0; tries < 200; tries += 1) {
    const day = anyDayIn(random, period)
    if (isWorkingDay(day)) return day
  }
  throw new RangeError(`No working day from ${period.from.toString()} to ${period.to.toString()}`)
}

/** The day itself when it is a working day, else the next one. */
export function workingDayFrom(day: PlainDate): PlainDate {
  return isWorkingDay(day) ? day : workingDayFrom(addDays(day, 1))
}

/** The day itself when it is a working day, else the one before. */
export function workingDayUpTo(day: PlainDate): PlainDate {
  return isWorkingDay(day) ? day : workingDayUpTo(addDays(day, -1))
}

/** The day so many working days before, itself a working day. */
export function workingDaysBefore(day: PlainDate, count: number): PlainDate {
  if (count === 0) return day
  return workingDaysBefore(workingDayUpTo(addDays(day, -1)), count - 1)
}
