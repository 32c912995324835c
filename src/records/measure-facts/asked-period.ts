import type { Period } from '#domain/calendar/period.ts'
import { earliest, type PlainDate } from '#domain/calendar/plain-date.ts'

/** What a measure is asked for. */
export interface AskedPeriod {
  /** First and last day included. */
  readonly period: Period
  /** The day the question is asked, inclusive. */
  readonly asOf: PlainDate
}

/** The days of the period of which anything can be known: up to the day the question is asked. Empty when `to` is before `from`. */
export function knownDays({ period, asOf }: AskedPeriod): Period {
  return { from: period.from, to: earliest(period.to, asOf) }
}
