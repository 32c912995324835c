import { addMonths } from '../calendar/months.ts'
import { addDays, compareDates, isAfter, isBefore, isOnOrBefore } from '../calendar/plain-date.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import { numberOn, type Policy } from './policy.ts'
import type { Parameter, TimeUnit } from './parameter.ts'

/** A parameter that is a length of time. */
export type TimeLimit = Parameter & { readonly unit: TimeUnit }

/** The last day on which something is in time, and the limit in words: "10 working days". */
export interface Deadline {
  readonly dueOn: PlainDate
  readonly limit: string
}

/**
 * When something that began on a day falls due.
 *
 * The number that held when it began counts. When a service changes the number while it runs, the new number counts from the day of the
 * change on; what had fallen due before that day keeps the old one.
 *
 * @param startedOn day 0: the limit counts from the day after
 * @param asOf the day the question is asked: a change that begins later has no effect yet
 * @interpretation A shorter limit can put the last day before the day of the change. It is not moved: "What if" shows how many become
 * overdue before anybody saves the change.
 */
export function deadline(
  limit: TimeLimit,
  startedOn: PlainDate,
  { asOf, policy }: { readonly asOf: PlainDate; readonly policy: Policy },
): Deadline {
  const first = numberOn(policy, limit, startedOn)
  const begun = policy
    .valuesOf(limit)
    .filter(({ from }) => isAfter(from, startedOn) && isOnOrBefore(from, asOf))
    .toSorted((a, b) => compareDates(a.from, b.from))
  let [value, dueOn] = [first, lastDay(limit.unit, first, startedOn, policy)]
  for (const change of begun) {
    if (isBefore(dueOn, change.from)) break
    value = change.value
    dueOn = lastDay(limit.unit, value, startedOn, policy)
  }
  return { dueOn, limit: limitInWords(limit.unit, value) }
}

/** "10 working days", "1 month", "the same day", "17 years and 6 months of age". */
export function limitInWords(unit: Parameter['unit'], value: number): string {
  if (value === 0 && unit.endsWith('days')) return 'the same day'
  if (unit === 'a month' || unit === 'a year') return `${value} ${unit}`
  if (unit === 'months of age') return `${ageInWords(value)} of age`
  return counted(value, unit)
}

function ageInWords(months: number): string {
  const [years, rest] = [Math.floor(months / 12), months % 12]
  if (years === 0) return counted(rest, 'months')
  const whole = counted(years, 'years')
  return rest === 0 ? whole : `${whole} and ${counted(rest, 'months')}`
}

function counted(value: number, unit: string): string {
  return `${value} ${value === 1 ? unit.replace(/s\b/, '') : unit}`
}

function lastDay(unit: TimeUnit, value: number, from: PlainDate, policy: Policy): PlainDate {
  switch (unit) {
    case 'working days':
      return addWorkingDays(from, value, policy.holidays)
    case 'months':
      return addMonths(from, value)
    case 'weeks':
      return addDays(from, value * 7)
    case 'hours':
      return addDays(from, Math.ceil(value / 24))
    case 'days':
      return addDays(from, value)
  }
}
