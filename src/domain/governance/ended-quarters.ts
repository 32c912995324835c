import { isBefore, type PlainDate } from '../calendar/plain-date.ts'
import { addQuarters, lastDayOfQuarter, quarterOf, type Quarter } from '../calendar/quarters.ts'

/** The quarters that ended before a day, from the one in which the facts begin; earliest first. */
export function endedQuarters(since: PlainDate, asOf: PlainDate): Quarter[] {
  const ended: Quarter[] = []
  let quarter = quarterOf(since)
  while (isBefore(lastDayOfQuarter(quarter), asOf)) {
    ended.push(quarter)
    quarter = addQuarters(quarter, 1)
  }
  return ended
}
