import { Temporal } from 'temporal-polyfill'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Rows } from '../rows.ts'
import type { DemoStaff } from '../service.ts'

/** What every maker of a part of the service is handed. */
export interface Making {
  readonly rows: Rows
  readonly staff: DemoStaff
  readonly today: PlainDate
  /** Full names already given, so that no two invented children share one. */
  readonly namesTaken: Set<string>
  /** People written once for all files in which they are, by name, and children's own persons, by the child's id. */
  readonly people: Map<string, string>
  /** How many open cases have been given to someone. */
  readonly turns: { open: number }
  /** Times taken, by worker and day. */
  readonly diary: Map<string, Set<string>>
}

/** The moment at which something of this day is said to have been written down. */
export function recordedAt(day: PlainDate, hour = 16): Temporal.Instant {
  return Temporal.Instant.from(`${day.toString()}T${String(hour).padStart(2, '0')}:05:00Z`)
}

/** Writes down that a member of staff did something, as the application does it. */
export function note(
  making: Making,
  day: PlainDate,
  entry: {
    readonly staffId: string | null
    readonly action: string
    readonly childId: string
    readonly subjectId: string
  },
): void {
  making.rows.auditEntries.push({ ...entry, at: recordedAt(day), detail: null })
}
