import type { Config } from '#config'
import { clockFixedOn, systemClock, type Clock } from '#platform/clock.ts'

/** The clock that the settings ask for: the real one, or the day on which a demonstration stands still. */
export function clockOf(config: Config): Clock {
  return config.ALONGSIDE_TODAY === null ? systemClock() : clockFixedOn(config.ALONGSIDE_TODAY)
}
