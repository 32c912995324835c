import type { Temporal } from 'temporal-polyfill'
import { signInLimitsAt, type Budget } from './limits.ts'

/** One try with a password or a code. A try that is not finished yet has not succeeded. */
export interface Attempt {
  readonly at: Temporal.Instant
  readonly succeeded: boolean
}

/** Tries that bear on the next one, in any order. */
export interface Attempts {
  /** On this device, when the user name has signed in on it before; null for a stranger. */
  readonly onKnownDevice: readonly Attempt[] | null
  /** With this user name, from devices that are strangers to it. */
  readonly byStrangers: readonly Attempt[]
  /** From this network with any user name, from devices that are strangers to it. */
  readonly fromNetwork: readonly Attempt[]
}

export type SignInDecision =
  { readonly kind: 'try' } | { readonly kind: 'wait'; readonly until: Temporal.Instant }

/**
 * Decides whether a password may be tried now, or from when.
 *
 * Nobody is ever locked out: waits grow and then stay. A known device is judged by its own failures alone, so a stranger who hammers a
 * user name does not keep its owner out; and a try refused here is not to be counted, so hammering does not make a wait longer.
 *
 * @param now the instant of the try; a wait is over at its end
 */
export function signInDecision(attempts: Attempts, now: Temporal.Instant): SignInDecision {
  const limits = signInLimitsAt(now)
  const waits =
    attempts.onKnownDevice === null
      ? [
          endOfWait(attempts.byStrangers, limits.strangersOfAccount, now),
          endOfWait(attempts.fromNetwork, limits.network, now),
        ]
      : [endOfWait(sinceLastSuccess(attempts.onKnownDevice), limits.knownDevice, now)]
  const latest = waits
    .filter(until => until !== null)
    .toSorted((a, b) => b.since(a).sign)
    .at(0)
  return latest === undefined || latest.since(now).sign <= 0
    ? { kind: 'try' }
    : { kind: 'wait', until: latest }
}

function endOfWait(
  attempts: readonly Attempt[],
  budget: Budget,
  now: Temporal.Instant,
): Temporal.Instant | null {
  const oldest = now.subtract({ minutes: budget.windowMinutes })
  const failures = inOrder(attempts).filter(
    attempt => !attempt.succeeded && attempt.at.since(oldest).sign > 0,
  )
  const last = failures.at(-1)
  const beyond = failures.length - budget.freeFailures
  if (last === undefined || beyond < 0) return null
  const seconds = Math.min(budget.firstWaitSeconds * 2 ** beyond, budget.longestWaitSeconds)
  return last.at.add({ seconds })
}

/** On a known device a success clears what went before; a stranger's success clears nothing, or an account of one's own would buy tries. */
function sinceLastSuccess(attempts: readonly Attempt[]): readonly Attempt[] {
  const ordered = inOrder(attempts)
  return ordered.slice(ordered.findLastIndex(attempt => attempt.succeeded) + 1)
}

function inOrder(attempts: readonly Attempt[]): readonly Attempt[] {
  return attempts.toSorted((a, b) => a.at.since(b.at).sign)
}
