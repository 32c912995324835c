import { formatDate } from '../calendar/format-date.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import {
  clockChangeAt,
  londonInstant,
  londonTime,
  minutesBetween,
  type Instant,
} from '../calendar/time.ts'

/** A stay at a police station as it is typed: London time, `HH:MM`. */
export interface TypedStay {
  readonly arrivedOn: PlainDate
  readonly arrivedTime: string
  /** Null while the child is still there. */
  readonly released: { readonly on: PlainDate; readonly time: string } | null
}

export type PoliceStay =
  | {
      readonly kind: 'stay'
      readonly arrivedAt: Instant
      readonly releasedAt: Instant | null
      /** True for more than 36 hours: rare enough that the dates are worth a second look. */
      readonly isVeryLong: boolean
    }
  | {
      readonly kind: 'refused'
      readonly about: 'arrived' | 'released'
      readonly message: string
    }

const longestLikelyMinutes = 36 * 60

/**
 * Reads a stay at a police station: when it began and ended, and whether that can be.
 *
 * A time that came twice when the clocks went back is the first of the two, unless the child would then have left before arriving.
 *
 * @param now the moment of asking; a stay in the future is refused
 * @throws RangeError when a time is not `HH:MM`
 */
export function policeStay(typed: TypedStay, now: Instant): PoliceStay {
  const { arrivedOn, arrivedTime, released } = typed
  if (clockChangeAt(arrivedOn, arrivedTime) === 'skipped') return skipped('arrived', arrivedOn)
  const arrivedAt = londonInstant(arrivedOn, arrivedTime)
  if (isLater(arrivedAt, now)) return refused('arrived', 'The arrival must be in the past')
  if (released === null) {
    return { kind: 'stay', arrivedAt, releasedAt: null, isVeryLong: isVeryLong(arrivedAt, now) }
  }
  if (clockChangeAt(released.on, released.time) === 'skipped')
    return skipped('released', released.on)
  const releasedAt = releaseAfter(arrivedAt, released)
  if (!isLater(releasedAt, arrivedAt)) {
    return refused('released', 'The release must be after the arrival')
  }
  if (isLater(releasedAt, now)) return refused('released', 'The release must be in the past')
  return { kind: 'stay', arrivedAt, releasedAt, isVeryLong: isVeryLong(arrivedAt, releasedAt) }
}

/** "5 hours 20 minutes": how long a stay lasted, or has lasted until now. */
export function stayInWords(arrivedAt: Instant, until: Instant): string {
  const minutes = minutesBetween(arrivedAt, until)
  const parts = [counted(Math.floor(minutes / 60), 'hour'), counted(minutes % 60, 'minute')]
  return parts.filter(part => part !== null).join(' ') || 'less than a minute'
}

/** True when the child was at the police station at midnight in London: a night away from home. */
export function isOvernight(arrivedAt: Instant, until: Instant): boolean {
  return !londonTime(arrivedAt).date.equals(londonTime(until).date)
}

function releaseAfter(
  arrivedAt: Instant,
  released: { readonly on: PlainDate; readonly time: string },
): Instant {
  const first = londonInstant(released.on, released.time)
  if (isLater(first, arrivedAt)) return first
  return londonInstant(released.on, released.time, 'second')
}

function isVeryLong(from: Instant, to: Instant): boolean {
  return minutesBetween(from, to) > longestLikelyMinutes
}

function isLater(one: Instant, other: Instant): boolean {
  return one.epochMilliseconds > other.epochMilliseconds
}

function skipped(about: 'arrived' | 'released', on: PlainDate): PoliceStay {
  return refused(about, `The clocks went forward on ${formatDate(on)}: there was no such time`)
}

function refused(about: 'arrived' | 'released', message: string): PoliceStay {
  return { kind: 'refused', about, message }
}

function counted(number: number, word: string): string | null {
  if (number === 0) return null
  return `${number} ${word}${number === 1 ? '' : 's'}`
}
