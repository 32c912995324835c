import type { PlainDate } from './plain-date.ts'
import {
  daysBetween,
  earliest,
  isAfter,
  isOnOrBefore,
  latest,
  parsePlainDate,
} from './plain-date.ts'

/** From one day to another, both included. */
export type Period = { readonly from: PlainDate; readonly to: PlainDate }

/** The same, or with no end yet: a spell that goes on. */
export type OpenPeriod = { readonly from: PlainDate; readonly to?: PlainDate | null | undefined }

export type ParsedPeriod =
  | { readonly kind: 'period'; readonly value: Period }
  | { readonly kind: 'refused'; readonly reason: string }

/** Makes a period of two dates; refused, with the reason in plain words, when it would end before it starts. */
export function period(from: PlainDate, to: PlainDate): ParsedPeriod {
  if (isAfter(from, to)) return refused('The last day must be the same as or after the first day')
  return { kind: 'period', value: { from, to } }
}

/** Reads a period from two dates written as `2026-03-01`, as in an address or a file. */
export function parsePeriod(from: string, to: string): ParsedPeriod {
  const [first, last] = [parsePlainDate(from), parsePlainDate(to)]
  if (!first) return refused('The first day must be a real date')
  if (!last) return refused('The last day must be a real date')
  return period(first, last)
}

/** Whether the day lies in the period; its first and its last day do. */
export function contains(period: OpenPeriod, date: PlainDate): boolean {
  return isOnOrBefore(period.from, date) && (!period.to || isOnOrBefore(date, period.to))
}

/** Whether the periods share at least one day. */
export function overlaps(a: OpenPeriod, b: OpenPeriod): boolean {
  return (!b.to || isOnOrBefore(a.from, b.to)) && (!a.to || isOnOrBefore(b.from, a.to))
}

/** The days that a spell shares with a period; undefined when it shares none. */
export function sharedDays(spell: OpenPeriod, period: Period): Period | undefined {
  if (!overlaps(spell, period)) return undefined
  return { from: latest(spell.from, period.from), to: earliest(spell.to ?? period.to, period.to) }
}

/** How many days the period has, first and last included. */
export function daysIn(period: Period): number {
  return daysBetween(period.from, period.to) + 1
}

function refused(reason: string): ParsedPeriod {
  return { kind: 'refused', reason }
}
