import type { Temporal } from 'temporal-polyfill'
import { plainDate, type PlainDate } from '../../calendar/plain-date.ts'

/** How failures slow down the next try. */
export interface Budget {
  /** This many failures cost nothing. */
  readonly freeFailures: number
  /** After the free ones; each further failure doubles it. */
  readonly firstWaitSeconds: number
  /** It never grows beyond this. */
  readonly longestWaitSeconds: number
  /** Failures older than this are forgotten. */
  readonly windowMinutes: number
}

export interface SignInLimits {
  readonly from: PlainDate
  /** For a device on which this user name has signed in before: only its own failures count. */
  readonly knownDevice: Budget
  /** For one user name, over all devices that are strangers to it. */
  readonly strangersOfAccount: Budget
  /** For one network, over all user names: an office shares one address, so it is wider. */
  readonly network: Budget
  /** Attempts are kept this long, for whoever looks into one. */
  readonly keepAttemptsDays: number
}

export interface SessionLimits {
  readonly from: PlainDate
  readonly idleMinutes: number
  readonly longestHours: number
  /** Between the password and the second factor. */
  readonly secondFactorMinutes: number
  /** How long a password just typed is proof enough for a change to the account. */
  readonly confirmedMinutes: number
}

const minute = 60

const signInLimits: readonly [SignInLimits, ...SignInLimits[]] = [
  {
    from: plainDate('2026-03-01'),
    knownDevice: {
      freeFailures: 10,
      firstWaitSeconds: 30,
      longestWaitSeconds: 15 * minute,
      windowMinutes: 24 * 60,
    },
    strangersOfAccount: {
      freeFailures: 5,
      firstWaitSeconds: 30,
      longestWaitSeconds: 15 * minute,
      windowMinutes: 24 * 60,
    },
    network: {
      freeFailures: 20,
      firstWaitSeconds: 30,
      longestWaitSeconds: 15 * minute,
      windowMinutes: 60,
    },
    keepAttemptsDays: 7,
  },
]

const sessionLimits: readonly [SessionLimits, ...SessionLimits[]] = [
  {
    from: plainDate('2026-03-01'),
    idleMinutes: 30,
    longestHours: 10,
    secondFactorMinutes: 10,
    confirmedMinutes: 10,
  },
]

/**
 * The limits of sign-in that hold at an instant.
 *
 * @source NCSC-PASSWORDS "Throttling or account lockout": between 5 and 10 tries before tries are slowed down
 * @source OWASP-DEVICE-COOKIES a known device has a budget of its own
 * @interpretation the waits, and the wider budget of a network, are ours
 */
export function signInLimitsAt(now: Temporal.Instant): SignInLimits {
  return heldAt(signInLimits, now)
}

/**
 * The limits of a session that hold at an instant.
 *
 * @source OWASP-SESSIONS idle and absolute expiry
 * @interpretation 30 minutes and 10 hours: a working day with a home visit in it
 */
export function sessionLimitsAt(now: Temporal.Instant): SessionLimits {
  return heldAt(sessionLimits, now)
}

/** The latest that has begun; before any has, the first: nobody is ever without limits. */
function heldAt<Dated extends { readonly from: PlainDate }>(
  dated: readonly [Dated, ...Dated[]],
  now: Temporal.Instant,
): Dated {
  const today = now.toZonedDateTimeISO('Europe/London').toPlainDate()
  const begun = dated.filter(one => one.from.until(today).sign >= 0)
  return begun.toSorted((a, b) => b.from.since(a.from).sign).at(0) ?? dated[0]
}
