import { isAfter } from '../calendar/plain-date.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { refused } from '../interventions/refused.ts'
import type { Refusal, Refused } from '../interventions/refused.ts'
import type { Attendance } from '../vocabulary/work.ts'

export interface ContactRecord {
  readonly on: PlainDate
  readonly today: PlainDate
  readonly attendance: Attendance
  readonly sawChild: boolean
  readonly sawParent: boolean
  readonly note: string | null
}

/**
 * Decides whether what happened at a contact may be recorded as told.
 *
 * Nothing is recorded of a day to come, except that we cancelled. "Came" names who came and has a note; a child who did not come was not
 * seen, though a parent or carer may have been.
 */
export function recordContact(record: ContactRecord): { readonly kind: 'record' } | Refused {
  const problems = [...attendanceProblems(record), ...presenceProblems(record)]
  return problems.length > 0 ? refused(...problems) : { kind: 'record' }
}

function attendanceProblems({ attendance, note, on, today }: ContactRecord): Refusal[] {
  if (attendance !== 'service-cancelled' && isAfter(on, today)) {
    const message = 'This day is still to come. Record the contact on the day, or that we cancelled'
    return [{ field: 'attendance', message }]
  }
  if (attendance === 'attended' && note === null) {
    return [{ field: 'note', message: 'Write a note to the child: what you talked about' }]
  }
  return []
}

function presenceProblems({ attendance, sawChild, sawParent }: ContactRecord): Refusal[] {
  if (attendance === 'attended' && !sawChild && !sawParent) {
    return [{ field: 'present', message: 'Tick who was there' }]
  }
  if (attendance !== 'attended' && sawChild) {
    const message = 'You ticked that the child was there. Choose “Came”, or take the tick away'
    return [{ field: 'present', message }]
  }
  if (attendance === 'service-cancelled' && sawParent) {
    const message = 'You ticked that somebody was there. Take the tick away, as we cancelled'
    return [{ field: 'present', message }]
  }
  return []
}

export interface RecordedBefore {
  /** Who recorded it; null: nothing is recorded yet. */
  readonly notedBy: string | null
  /** The day on which it was recorded, as clocks in London show it. */
  readonly notedOn: PlainDate | null
}

export type MayRecord =
  | { readonly kind: 'first-time' }
  | { readonly kind: 'change' }
  | { readonly kind: 'no'; readonly because: string }

/**
 * Whether a person may record a contact, or change what they recorded: the author may, until the end of the same day.
 *
 * @interpretation A note is the child's record of a meeting; after the day it stands as it was written.
 */
export function mayRecordContact(
  before: RecordedBefore,
  asking: { readonly staffId: string; readonly today: PlainDate },
): MayRecord {
  if (before.notedBy === null || before.notedOn === null) return { kind: 'first-time' }
  if (before.notedBy !== asking.staffId) {
    return { kind: 'no', because: 'Only the person who wrote this may change it.' }
  }
  if (isAfter(asking.today, before.notedOn)) {
    return {
      kind: 'no',
      because: 'This can be changed only on the day on which it was written. It stands as it is.',
    }
  }
  return { kind: 'change' }
}
