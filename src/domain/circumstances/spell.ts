import { isAfter, isOnOrBefore, type PlainDate } from '../calendar/plain-date.ts'
import type { CircumstanceKind } from '../vocabulary/children.ts'
import type { Facts } from './circumstance-kind.ts'

/** One thing that is true of a child from a day on. */
export interface Spell {
  readonly id: string
  readonly kind: CircumstanceKind
  /** The answer to the kind's main question. */
  readonly value: string
  readonly detail: string | null
  readonly facts: Facts
  readonly startedOn: PlainDate
  /** The first day on which it no longer holds; null: it goes on. */
  readonly endedOn: PlainDate | null
  /** Who said it. */
  readonly source: string
}

/** True where it holds on a day. */
export function holdsOn(
  { startedOn, endedOn }: Pick<Spell, 'startedOn' | 'endedOn'>,
  on: PlainDate,
): boolean {
  return isOnOrBefore(startedOn, on) && (endedOn === null || isAfter(endedOn, on))
}

/** True where both hold on at least one day. A spell that ended on the day on which it began holds on none. */
export function overlap(
  a: Pick<Spell, 'startedOn' | 'endedOn'>,
  b: Pick<Spell, 'startedOn' | 'endedOn'>,
): boolean {
  const beginsBeforeEnd = (one: typeof a, other: typeof a) =>
    other.endedOn === null || isAfter(other.endedOn, one.startedOn)
  return beginsBeforeEnd(a, b) && beginsBeforeEnd(b, a) && lasts(a) && lasts(b)
}

function lasts({ startedOn, endedOn }: Pick<Spell, 'startedOn' | 'endedOn'>): boolean {
  return endedOn === null || isAfter(endedOn, startedOn)
}
