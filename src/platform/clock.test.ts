import { Temporal } from 'temporal-polyfill'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { clockFixedOn, monotonicMilliseconds, systemClock } from './clock.ts'

afterEach(() => {
  vi.useRealTimers()
})

describe('the clock', () => {
  it('says it is already tomorrow in London when summer time has passed midnight and UTC has not', () => {
    vi.useFakeTimers({ now: Temporal.Instant.from('2026-06-30T23:30:00Z').epochMilliseconds })
    expect(systemClock().today().toString()).toBe('2026-07-01')
    expect(systemClock('UTC').today().toString()).toBe('2026-06-30')
    expect(systemClock().now().toString()).toBe('2026-06-30T23:30:00Z')
  })

  it('keeps the date but lets the time of day run when fixed on a day', () => {
    vi.useFakeTimers({ now: Temporal.Instant.from('2031-06-30T08:15:00Z').epochMilliseconds })
    const clock = clockFixedOn(Temporal.PlainDate.from('2026-01-05'))
    expect(clock.today().toString()).toBe('2026-01-05')
    expect(clock.now().toString()).toBe('2026-01-05T09:15:00Z')
    vi.advanceTimersByTime(60_000)
    expect(clock.now().toString()).toBe('2026-01-05T09:16:00Z')
  })

  it('stays on the fixed day when the time of day is one that the spring change skips', () => {
    vi.useFakeTimers({ now: Temporal.Instant.from('2026-01-05T01:30:00Z').epochMilliseconds })
    const clock = clockFixedOn(Temporal.PlainDate.from('2026-03-29'))
    expect(clock.now().toString()).toBe('2026-03-29T01:30:00Z')
  })

  it('measures time that never goes backwards', () => {
    const first = monotonicMilliseconds()
    expect(monotonicMilliseconds()).toBeGreaterThanOrEqual(first)
  })
})
