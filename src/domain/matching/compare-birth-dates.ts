import { distance } from 'fastest-levenshtein'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { isSameDay, realDate } from '#domain/calendar/plain-date.ts'

export type BirthDateLikeness = 'same' | 'day and month swapped' | 'one digit differs' | 'different'

/** How alike two dates of birth are. */
export function compareBirthDates(a: PlainDate, b: PlainDate): BirthDateLikeness {
  if (isSameDay(a, b)) return 'same'
  const swapped = dayAndMonthSwapped(a)
  if (swapped && isSameDay(swapped, b)) return 'day and month swapped'
  return distance(a.toString(), b.toString()) === 1 ? 'one digit differs' : 'different'
}

/** The date with day and month changed round; undefined when there is no such date, or it is the same one. */
export function dayAndMonthSwapped(date: PlainDate): PlainDate | undefined {
  return date.day === date.month ? undefined : realDate(date.year, date.day, date.month)
}
