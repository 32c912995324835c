import { isOnOrAfter, type PlainDate } from '../calendar/plain-date.ts'
import type { EventFact } from '../rules/case-facts.ts'
import type { EventKind } from '../vocabulary/events.ts'

/** What is answered: an event, or another record that something is owed for. */
export interface Answered {
  readonly id: string
  readonly on: PlainDate
}

/**
 * Events of a kind that answer something, earliest first.
 *
 * @interpretation What is recorded about it answers it whatever its day, for it may have been done before it was written down. What is
 * recorded about the case as a whole answers everything that happened on that day or before.
 */
export function answersTo(
  events: readonly EventFact[],
  kind: EventKind,
  { id, on }: Answered,
): EventFact[] {
  return events.filter(
    event =>
      event.kind === kind &&
      (event.aboutId === id || (event.aboutId === null && isOnOrAfter(event.on, on))),
  )
}
