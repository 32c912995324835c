import { Secret, TOTP } from 'otpauth'
import type { Temporal } from 'temporal-polyfill'

// What every authenticator app understands (RFC 6238).
const shape = { algorithm: 'SHA1', digits: 6, period: 30 } as const
/** A phone's clock may be this many steps of 30 seconds off, either way. */
const stepsOfDrift = 1

/** A new secret, in base32, as an authenticator app takes it. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** The link that a phone opens with its authenticator app. */
export function totpLink(secret: string, about: { issuer: string; userName: string }): string {
  const { issuer, userName } = about
  return new TOTP({
    ...shape,
    issuer,
    label: userName,
    secret: Secret.fromBase32(secret),
  }).toString()
}

/**
 * The time step that a code belongs to, or null for a wrong code and for one whose step is not after the last one used: a code that
 * was looked at over a shoulder is worth nothing once it has been used.
 */
export function totpStep(
  secret: string,
  code: string,
  at: { readonly now: Temporal.Instant; readonly lastStep: number | null },
): number | null {
  const timestamp = at.now.epochMilliseconds
  const totp = new TOTP({ ...shape, secret: Secret.fromBase32(secret) })
  const token = code.replaceAll(/\s/gu, '')
  if (!/^\d{6}$/u.test(token)) return null
  const delta = totp.validate({ token, timestamp, window: stepsOfDrift })
  if (delta === null) return null
  const step = totp.counter({ timestamp }) + delta
  return at.lastStep !== null && step <= at.lastStep ? null : step
}
