import type { PlainDate } from './plain-date.ts'
import { addDays } from './plain-date.ts'

/** From this birthday on somebody is an adult in law. */
export const ageOfMajority = 18

/**
 * Age in completed years on a day; the birthday counts from its start. A child born on 29 February is a year
 * older on 1 March in common years. Negative before birth, so that a mistyped date shows in the checks on
 * data and does not stop a page.
 *
 * @interpretation A 29 February birthday falls on 1 March in common years.
 * @source YJB-SQL age in completed years
 */
export function ageOn(bornOn: PlainDate, on: PlainDate): number {
  const years = on.year - bornOn.year
  const birthdayReached =
    on.month > bornOn.month || (on.month === bornOn.month && on.day >= bornOn.day)
  return birthdayReached ? years : years - 1
}

/** The first day on which `ageOn` gives this age: the 18th birthday, for instance. */
export function birthdayOn(bornOn: PlainDate, age: number): PlainDate {
  return monthsOfAgeOn(bornOn, age * 12)
}

/**
 * The first day on which a child has this age in whole months: 17 years and 6 months are 210.
 *
 * @interpretation As with birthdays: where the month has no such day, the age is reached on the first of the next month. A child born on
 * 29 August is 17 and a half on 1 March.
 */
export function monthsOfAgeOn(bornOn: PlainDate, months: number): PlainDate {
  const anniversary = bornOn.add({ months }, { overflow: 'constrain' })
  return anniversary.day === bornOn.day ? anniversary : addDays(anniversary, 1)
}
