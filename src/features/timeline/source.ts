import type { RawBuilder } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Permission } from '#domain/access/permissions.ts'

/** Whose timeline: the two values that every statement names. */
export interface OfChild {
  readonly serviceId: string
  readonly childId: string
}

/** One thing on the timeline, as a source's statement gives it. */
export interface TimelineRow {
  /** The code of the source. */
  readonly kind: string
  readonly id: string
  readonly on: Temporal.PlainDate
  /** What about the record happened on that day: it `started`, it `ended`, it was `signed`. */
  readonly part: string
  /** A code of the record. */
  readonly code: string | null
  /** A second code or name. */
  readonly more: string | null
  /** Somebody's own words, the beginning of them. */
  readonly words: string | null
  /** The member of staff whom it concerns or who recorded it. */
  readonly who: string | null
  readonly referralId: string | null
  readonly interventionId: string | null
  /** Another child of the service whom it names. */
  readonly otherChildId: string | null
}

/** An entry in words. */
export interface TimelineLine {
  /** What it was: "Home visit: came". */
  readonly what: string
  /** Somebody's own words about it. */
  readonly said: string | null
  /** How it is said where another child must not be named; the same as `what` where it names none. */
  readonly whatUnnamed?: string
}

/**
 * A kind of thing on the timeline: declared here, read, filtered, guarded and linked by the rest.
 *
 * `select` gives the columns `id, on, part, code, more, words, staff_id, at, referral_id, intervention_id, other_child_id,
 * is_significant`, which `columns` writes. It has no order and no limit: the timeline puts both on, so an index by child and day is read
 * from its end.
 */
export interface TimelineSource {
  /** Stands in addresses and in chronologies: never change it. */
  readonly kind: string
  /** At the filter: "Contacts". */
  readonly name: string
  /** Before an entry: "Contact". */
  readonly label: string
  readonly permission: Permission
  readonly select: (of: OfChild) => RawBuilder<unknown>
  readonly line: (row: TimelineRow) => TimelineLine
  /** The page of the thing; null where it has none. */
  readonly url: (childId: string, row: TimelineRow) => string | null
}
