import { addMonths, lastDayOfMonth } from '../calendar/months.ts'
import { compareDates, latest, type PlainDate } from '../calendar/plain-date.ts'
import { deadline, type Deadline, type TimeLimit } from '../rules/deadline.ts'
import { dutyStanding } from '../rules/duty-standing.ts'
import type { Asked } from '../rules/policy.ts'
import type { DutyDecision } from '../rules/rule.ts'

/** Something that is done again in each month, each two months … */
interface Recurring {
  readonly subjectId: string
  /** The day from which it is owed: a start in the service, the first day of the facts. */
  readonly since: PlainDate
  /** Days on which it was done with all that belongs to it. */
  readonly doneOn: readonly PlainDate[]
  /** What was done, continuing "Last time: …". */
  readonly what: string
  /** What is still to be done, each in words that continue "Not yet: …". */
  readonly missing: readonly string[]
}

/**
 * Where something stands that recurs by calendar months: done in this month it is met; else it is owed by the end of the month that
 * follows the last time, or the start, by the number of months.
 *
 * @param roundAfter the end of the round that begins with a day
 * @interpretation Counted by calendar months, not day to day: supervision on 3 March and on 28 April is monthly. The month of a start
 * counts as done. One that was missed stays overdue until it is done, and then the count begins again: it is not owed twice.
 */
export function recurring(
  { subjectId, since, doneOn, what, missing }: Recurring,
  roundAfter: (day: PlainDate) => Deadline,
  asOf: PlainDate,
): DutyDecision {
  const last = doneOn.toSorted(compareDates).at(-1)
  const { dueOn, limit } = roundAfter(last === undefined ? since : latest(since, last))
  const isDone = last !== undefined && compareDates(lastDayOfMonth(last), lastDayOfMonth(asOf)) >= 0
  const because =
    last === undefined
      ? [{ text: 'Owed since', on: since }]
      : [{ text: `Last time: ${what}`, on: last }]
  const head = {
    subjectId,
    dueOn,
    dueWords: `${limit} after the last time, to the end of that month`,
    because,
  }
  return dutyStanding({ ...head, missing: isDone ? [] : missing }, asOf)
}

/** Rounds of so many months as a service may settle, each to the end of its last month. */
export function roundsOf(every: TimeLimit, asked: Asked): (day: PlainDate) => Deadline {
  return day => {
    const { dueOn, limit } = deadline(every, lastDayOfMonth(day), asked)
    return { dueOn: lastDayOfMonth(dueOn), limit }
  }
}

/** A round for each calendar month. */
export function monthly(day: PlainDate): Deadline {
  return { dueOn: lastDayOfMonth(addMonths(lastDayOfMonth(day), 1)), limit: '1 month' }
}
