import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { addDevice, knownDevice } from './device-token.ts'
import { deriveKeys } from './keys.ts'

const key = deriveKeys('a secret of at least thirty-two characters').device
const now = Temporal.Instant.from('2026-03-02T09:00:00Z')
const days = (count: number) => now.add({ hours: 24 * count })

describe('a device cookie', () => {
  const cookie = addDevice(key, undefined, { userName: 'sam', now })

  it('knows the person who signed in, and keeps the device when they do again', () => {
    const device = knownDevice(key, cookie, { userName: 'sam', now })
    expect(device).not.toBeNull()
    const again = addDevice(key, cookie, { userName: 'sam', now: days(300) })
    expect(knownDevice(key, again, { userName: 'sam', now: days(600) })).toBe(device)
  })

  it('is worth nothing for another user name', () => {
    expect(knownDevice(key, cookie, { userName: 'kim', now })).toBeNull()
  })

  it('cannot be made without the key or changed', () => {
    const otherKey = deriveKeys('another secret').device
    const forged = addDevice(otherKey, undefined, { userName: 'sam', now })
    expect(knownDevice(key, forged, { userName: 'sam', now })).toBeNull()
    const renamed = cookie.replace(/^[^.]+/u, 'another-device')
    expect(knownDevice(key, renamed, { userName: 'sam', now })).toBeNull()
    const [device = '', , mark = ''] = cookie.split('.')
    const younger = `${device}.${Math.floor(days(360).epochMilliseconds / 1000)}.${mark}`
    expect(knownDevice(key, younger, { userName: 'sam', now: days(370) })).toBeNull()
  })

  it('is forgotten a year after the last sign-in', () => {
    expect(knownDevice(key, cookie, { userName: 'sam', now: days(365) })).not.toBeNull()
    expect(knownDevice(key, cookie, { userName: 'sam', now: days(366) })).toBeNull()
  })

  it('knows several people who share it, not without end', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
    const shared = names.reduce<string | undefined>(
      (so, userName) => addDevice(key, so, { userName, now }),
      undefined,
    )
    const known = names.map(userName => knownDevice(key, shared, { userName, now }) !== null)
    expect(known).toEqual([false, true, true, true, true, true, true])
  })

  it('reads any text that a browser may send', () => {
    for (const odd of ['', '~', '..', 'x.y.z', '~'.repeat(100), '🚲.1.2']) {
      expect(knownDevice(key, odd, { userName: 'sam', now })).toBeNull()
    }
  })
})
