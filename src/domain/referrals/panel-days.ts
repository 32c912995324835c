import { isAfter, isBefore, type PlainDate } from '../calendar/plain-date.ts'

/** Whether a referral may be listed for a panel held on this day: the day itself still counts. */
export function mayListFor(heldOn: PlainDate, today: PlainDate): boolean {
  return !isBefore(heldOn, today)
}

/** Whether it may be recorded who came to a panel: on its day or after it, never before. */
export function mayRecordAttendance(heldOn: PlainDate, today: PlainDate): boolean {
  return !isAfter(heldOn, today)
}
