import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { awaitsSecondFactor, isConfirmed, sessionDecision } from './session-decision.ts'

const start = Temporal.Instant.from('2026-03-02T08:00:00Z')
const after = (time: Temporal.DurationLike) => start.add(time)
const begun = { startedAt: start, seenAt: start, validFrom: null }

describe('a session', () => {
  it.each([
    ['goes on just before half an hour without a request', { seconds: 1799 }, 'goes-on'],
    ['ends at half an hour without a request', { minutes: 30 }, 'idle'],
  ] as const)('%s', (_case, time, expected) => {
    const decision = sessionDecision(begun, after(time))
    expect(decision.kind === 'ended' ? decision.because : decision.kind).toBe(expected)
  })

  it.each([
    ['goes on just before ten hours', { seconds: 35_999 }, 'goes-on'],
    ['ends at ten hours, however busy', { hours: 10 }, 'too-long'],
  ] as const)('%s', (_case, time, expected) => {
    const now = after(time)
    const decision = sessionDecision({ ...begun, seenAt: now.subtract({ seconds: 1 }) }, now)
    expect(decision.kind === 'ended' ? decision.because : decision.kind).toBe(expected)
  })

  it('ends when the person signed out everywhere after it began', () => {
    const validFrom = after({ seconds: 1 })
    const old = sessionDecision({ ...begun, validFrom }, after({ seconds: 2 }))
    expect(old).toEqual({ kind: 'ended', because: 'signed-out-everywhere' })
    const fresh = { startedAt: validFrom, seenAt: validFrom, validFrom }
    expect(sessionDecision(fresh, after({ seconds: 2 })).kind).toBe('goes-on')
  })
})

describe('a password just typed', () => {
  it('is proof for a change during ten minutes', () => {
    expect(isConfirmed(start, after({ seconds: 599 }))).toBe(true)
    expect(isConfirmed(start, after({ minutes: 10 }))).toBe(false)
  })

  it('can be followed by a code during ten minutes', () => {
    expect(awaitsSecondFactor(start, after({ seconds: 599 }))).toBe(true)
    expect(awaitsSecondFactor(start, after({ minutes: 10 }))).toBe(false)
  })
})
