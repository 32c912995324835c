import { randomUUID, timingSafeEqual } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import { keyedHash } from './keyed-hash.ts'

/** How long a device is known after the last sign-in on it. */
export const deviceDays = 365
/** One browser can be shared by this many people before the earliest is forgotten. */
const mostTokens = 6

/**
 * What a cookie says of one device: that this user name has signed in on it. It opens nothing; it only keeps failures elsewhere from
 * slowing this device down.
 *
 * Source: OWASP, Slow Down Online Guessing Attacks with Device Cookies.
 */
export function addDevice(
  key: Buffer,
  cookie: string | undefined,
  about: { readonly userName: string; readonly now: Temporal.Instant },
): string {
  const known = tokensOf(cookie).filter(token => deviceOf(key, token, about) === null)
  const deviceId = knownDevice(key, cookie, about) ?? randomUUID()
  const since = Math.floor(about.now.epochMilliseconds / 1000)
  const mark = keyedHash(key, about.userName, deviceId, String(since))
  return [`${deviceId}.${since}.${mark}`, ...known].slice(0, mostTokens).join('~')
}

/** The device's id when this user name has signed in on it within the last year, otherwise null. */
export function knownDevice(
  key: Buffer,
  cookie: string | undefined,
  about: { readonly userName: string; readonly now: Temporal.Instant },
): string | null {
  const found = tokensOf(cookie).map(token => deviceOf(key, token, about))
  return found.find(deviceId => deviceId !== null) ?? null
}

function tokensOf(cookie: string | undefined): string[] {
  return (cookie ?? '').split('~', mostTokens).filter(token => token !== '')
}

function deviceOf(
  key: Buffer,
  token: string,
  about: { readonly userName: string; readonly now: Temporal.Instant },
): string | null {
  const [deviceId, since, mark] = token.split('.')
  if (deviceId === undefined || since === undefined || mark === undefined) return null
  const expected = Buffer.from(keyedHash(key, about.userName, deviceId, since))
  const given = Buffer.from(mark)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  const ageInDays = (about.now.epochMilliseconds / 1000 - Number(since)) / 86_400
  return ageInDays <= deviceDays ? deviceId : null
}
