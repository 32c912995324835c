import type { Temporal } from 'temporal-polyfill'
import { sessionLimitsAt } from './limits.ts'

export interface SessionTimes {
  readonly startedAt: Temporal.Instant
  /** When the last request came. */
  readonly seenAt: Temporal.Instant
  /** Sessions that began before this were signed out everywhere; null for a person without an account. */
  readonly validFrom: Temporal.Instant | null
}

export type SessionDecision =
  | { readonly kind: 'goes-on' }
  | { readonly kind: 'ended'; readonly because: 'idle' | 'too-long' | 'signed-out-everywhere' }

/** Decides whether a session still stands. At the very end of its time it does not. */
export function sessionDecision(session: SessionTimes, now: Temporal.Instant): SessionDecision {
  const limits = sessionLimitsAt(now)
  const { startedAt, seenAt, validFrom } = session
  if (validFrom !== null && startedAt.until(validFrom).sign > 0) {
    return { kind: 'ended', because: 'signed-out-everywhere' }
  }
  if (isOver(startedAt.add({ hours: limits.longestHours }), now)) {
    return { kind: 'ended', because: 'too-long' }
  }
  if (isOver(seenAt.add({ minutes: limits.idleMinutes }), now)) {
    return { kind: 'ended', because: 'idle' }
  }
  return { kind: 'goes-on' }
}

/** True while a password typed at this instant is still proof enough for a change to the account. */
export function isConfirmed(confirmedAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return !isOver(confirmedAt.add({ minutes: sessionLimitsAt(now).confirmedMinutes }), now)
}

/** True while a code may still follow the password typed at this instant. */
export function awaitsSecondFactor(passwordAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return !isOver(passwordAt.add({ minutes: sessionLimitsAt(now).secondFactorMinutes }), now)
}

function isOver(end: Temporal.Instant, now: Temporal.Instant): boolean {
  return end.until(now).sign >= 0
}
