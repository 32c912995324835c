import { formatDate } from '../calendar/format-date.ts'
import { isAfter, isBefore } from '../calendar/plain-date.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { contactKinds } from '../vocabulary/work.ts'
import type { Attendance, ContactKind } from '../vocabulary/work.ts'
import { refused } from './refused.ts'
import type { Refusal, Refused } from './refused.ts'

export interface ClosingFacts {
  readonly startedOn: PlainDate
  /** When the work was closed; null: it is open. */
  readonly closedOn: PlainDate | null
  /** The last day of the work as it is to be recorded. */
  readonly endedOn: PlainDate
  readonly today: PlainDate
  readonly contacts: readonly ContactAtClosing[]
  /** The last day of which an event is recorded in the work; null: there is none. */
  readonly lastEventOn: PlainDate | null
  /** True when the person agreed that contacts planned for later are cancelled. */
  readonly cancelsPlanned: boolean
}

export interface ContactAtClosing {
  readonly id: string
  readonly kind: ContactKind
  readonly on: PlainDate
  readonly attendance: Attendance | null
}

export type Closing =
  | {
      readonly kind: 'close'
      /** Contacts that will not happen now. */
      readonly cancels: readonly string[]
    }
  | Refused

/**
 * Decides whether work may be closed on a day.
 *
 * A contact whose day is past is recorded first, or it would stay planned for ever. One still to come is cancelled with the closing, when
 * the person says so: the child must hear of it.
 *
 * @interpretation A contact planned for the day of closing itself counts as past only when that day is before today; today's may still
 * happen, so it is treated as still to come.
 */
export function closeIntervention(facts: ClosingFacts): Closing {
  if (facts.closedOn !== null) {
    const message = `This work was closed on ${formatDate(facts.closedOn)} already`
    return refused({ field: 'endedOn', message })
  }
  const problems = [...dayProblems(facts), ...contactProblems(facts)]
  if (problems.length > 0) return refused(...problems)
  return { kind: 'close', cancels: stillToCome(facts.contacts, facts.today).map(({ id }) => id) }
}

/** Contacts planned for today or later of which nothing is recorded yet. */
export function stillToCome<Contact extends Omit<ContactAtClosing, 'kind'>>(
  contacts: readonly Contact[],
  today: PlainDate,
): Contact[] {
  return contacts.filter(({ attendance, on }) => attendance === null && !isBefore(on, today))
}

/** Contacts whose day is past and of which nothing is recorded. */
export function notRecorded<Contact extends Omit<ContactAtClosing, 'kind'>>(
  contacts: readonly Contact[],
  today: PlainDate,
): Contact[] {
  return contacts.filter(({ attendance, on }) => attendance === null && isBefore(on, today))
}

function dayProblems(facts: ClosingFacts): Refusal[] {
  const { endedOn, lastEventOn, startedOn, today } = facts
  if (isAfter(endedOn, today)) {
    return [{ field: 'endedOn', message: 'The last day must be today or in the past' }]
  }
  if (isBefore(endedOn, startedOn)) {
    const message = `The work started on ${formatDate(startedOn)}. The last day must be then or later`
    return [{ field: 'endedOn', message }]
  }
  if (lastEventOn !== null && isAfter(lastEventOn, endedOn)) {
    const message = `Something is recorded on ${formatDate(lastEventOn)}. The last day must be then or later`
    return [{ field: 'endedOn', message }]
  }
  const later = facts.contacts.find(
    ({ attendance, on }) => attendance === 'attended' && isAfter(on, endedOn),
  )
  if (later === undefined) return []
  const message = `You saw the child on ${formatDate(later.on)}. The last day must be then or later`
  return [{ field: 'endedOn', message }]
}

function contactProblems({ contacts, today, cancelsPlanned }: ClosingFacts): Refusal[] {
  const unrecorded = notRecorded(contacts, today).map(({ kind, on }) => ({
    field: 'endedOn',
    message: `Record first what happened on ${formatDate(on)}: ${contactKinds[kind].toLowerCase()}`,
  }))
  const toCome = stillToCome(contacts, today)
  if (toCome.length === 0 || cancelsPlanned) return unrecorded
  const days = toCome.map(({ on }) => formatDate(on)).join(', ')
  const message = `Contacts are still planned (${days}). Agree to cancel them, or close the work later`
  return [...unrecorded, { field: 'cancelPlanned', message }]
}
