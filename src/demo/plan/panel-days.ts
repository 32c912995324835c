import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { addDays, isBefore } from '#domain/calendar/plain-date.ts'
import { isWorkingDay } from '#domain/calendar/working-days.ts'
import { workingDayFrom } from '../days.ts'

const tuesday = 2

/** The days around today on which the panel sits. It sits on Tuesdays, and once more when that is not near enough to look at. */
export interface PanelDays {
  /** The last one before today. */
  readonly last: PlainDate
  /** Today or the next working day. */
  readonly near: PlainDate
  readonly next: PlainDate
  readonly after: PlainDate
}

/** The panels around a day. */
export function panelDaysAround(today: PlainDate): PanelDays {
  const near = nearPanel(today)
  // A panel needs some days of preparation after the one before it.
  const next = tuesdayAfter(addDays(near, 3))
  return { last: tuesdayUpTo(addDays(today, -1)), near, next, after: addDays(next, 7) }
}

function nearPanel(today: PlainDate): PlainDate {
  if (today.dayOfWeek === tuesday && isWorkingDay(today)) return today
  const tomorrow = addDays(today, 1)
  if (!isWorkingDay(tomorrow) && isWorkingDay(today)) return today
  return workingDayFrom(tomorrow)
}

/** The Tuesday on this day or before it. */
export function tuesdayUpTo(day: PlainDate): PlainDate {
  return addDays(day, -((day.dayOfWeek - tuesday + 7) % 7))
}

function tuesdayAfter(day: PlainDate): PlainDate {
  const found = addDays(tuesdayUpTo(day), 7)
  return isBefore(day, found) ? found : addDays(found, 7)
}
