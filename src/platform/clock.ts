import { performance } from 'node:perf_hooks'
import { Temporal } from 'temporal-polyfill'

/** Where the time comes from. Everything that needs a date or an instant is handed one of these. */
export type Clock = {
  /** The civil date in the service's time zone. */
  today(): Temporal.PlainDate
  now(): Temporal.Instant
}

/** The computer's own clock; `today` turns over at midnight in the time zone given. */
export function systemClock(timeZone = 'Europe/London'): Clock {
  return {
    today: () => Temporal.Now.plainDateISO(timeZone),
    now: () => Temporal.Now.instant(),
  }
}

/**
 * A clock for tests and demonstrations: the date stands still while the time of day runs on,
 * so that two things recorded one after the other keep their order.
 */
export function clockFixedOn(date: Temporal.PlainDate, timeZone = 'Europe/London'): Clock {
  return {
    today: () => date,
    now: () =>
      date
        .toZonedDateTime({ timeZone, plainTime: Temporal.Now.plainTimeISO(timeZone) })
        .toInstant(),
  }
}

/** Milliseconds from an arbitrary start that never go backwards: for measuring how long a thing took. */
export function monotonicMilliseconds(): number {
  return performance.now()
}
