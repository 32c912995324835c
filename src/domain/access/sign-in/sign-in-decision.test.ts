import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { signInDecision, type Attempt, type Attempts } from './sign-in-decision.ts'

const now = Temporal.Instant.from('2026-03-02T09:00:00Z')
const none: Attempts = { onKnownDevice: null, byStrangers: [], fromNetwork: [] }

function failures(count: number, secondsAgo = 1): Attempt[] {
  return Array.from({ length: count }, () => attempt(secondsAgo, false))
}

function attempt(secondsAgo: number, succeeded: boolean): Attempt {
  return { at: now.subtract({ seconds: secondsAgo }), succeeded }
}

function waitSeconds(attempts: Partial<Attempts>): number {
  const decision = signInDecision({ ...none, ...attempts }, now)
  return decision.kind === 'try' ? 0 : now.until(decision.until).total('seconds')
}

describe('a stranger to a user name', () => {
  it.each([
    [0, 0],
    [4, 0],
    [5, 29],
    [6, 59],
    [7, 119],
    [8, 239],
    [9, 479],
    [10, 899],
    [100, 899],
  ])('after %i failures waits %i seconds more', (count, seconds) => {
    expect(waitSeconds({ byStrangers: failures(count) })).toBe(seconds)
  })

  it('may try again at the end of the wait', () => {
    expect(waitSeconds({ byStrangers: failures(5, 29) })).toBeGreaterThan(0)
    expect(waitSeconds({ byStrangers: failures(5, 30) })).toBe(0)
  })

  it('is judged by a day of failures', () => {
    const day = 24 * 60 * 60
    const old = [...failures(20, day), ...failures(4)]
    expect(waitSeconds({ byStrangers: old })).toBe(0)
    expect(waitSeconds({ byStrangers: [...failures(1, day - 1), ...failures(4)] })).toBe(29)
  })

  it('buys no tries by signing in with an account of their own in between', () => {
    const between = [...failures(19, 10), attempt(5, true), ...failures(1)]
    expect(waitSeconds({ fromNetwork: between })).toBe(29)
  })
})

describe('a network', () => {
  it.each([
    [19, 0],
    [20, 29],
    [21, 59],
    [40, 899],
  ])('after %i failures with any user names waits %i seconds more', (count, seconds) => {
    expect(waitSeconds({ fromNetwork: failures(count) })).toBe(seconds)
  })

  it('is judged by an hour of failures', () => {
    expect(waitSeconds({ fromNetwork: failures(50, 3600) })).toBe(0)
  })

  it('and the user name together ask for the longer wait', () => {
    expect(waitSeconds({ byStrangers: failures(6), fromNetwork: failures(20) })).toBe(59)
  })
})

describe('a device that has signed in before', () => {
  it('is not slowed by strangers, however many', () => {
    const hammered = { byStrangers: failures(100), fromNetwork: failures(100) }
    expect(waitSeconds({ ...hammered, onKnownDevice: [] })).toBe(0)
    expect(waitSeconds({ ...hammered, onKnownDevice: failures(9) })).toBe(0)
  })

  it.each([
    [9, 0],
    [10, 29],
    [11, 59],
    [50, 899],
  ])('after %i failures of its own waits %i seconds more', (count, seconds) => {
    expect(waitSeconds({ onKnownDevice: failures(count) })).toBe(seconds)
  })

  it('starts afresh with a success, whatever the order in which attempts are read', () => {
    const own = [...failures(9), attempt(5, true), ...failures(30, 10)]
    expect(waitSeconds({ onKnownDevice: own })).toBe(0)
    expect(waitSeconds({ onKnownDevice: own.toReversed() })).toBe(0)
  })
})
