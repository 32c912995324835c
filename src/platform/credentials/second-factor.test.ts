import { Secret, TOTP } from 'otpauth'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { deriveKeys } from './keys.ts'
import { newRecoveryCodes, recoveryCodeHash } from './recovery-codes.ts'
import { seal, unseal } from './seal.ts'
import { newTotpSecret, totpLink, totpStep } from './totp.ts'

const now = Temporal.Instant.from('2026-03-02T09:00:10Z')
const secret = newTotpSecret()
const codeAt = (at: Temporal.Instant) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.epochMilliseconds })

describe('a code of six figures', () => {
  it.each([
    ['now', 0, true],
    ['a step late', -30, true],
    ['a step early', 30, true],
    ['two steps late', -60, false],
    ['two steps early', 60, false],
  ])('made %s is right: %s s', (_when, seconds, isRight) => {
    const step = totpStep(secret, codeAt(now.add({ seconds })), { now, lastStep: null })
    expect(step !== null).toBe(isRight)
  })

  it('works once, and so does none before it', () => {
    const lastStep = totpStep(secret, codeAt(now), { now, lastStep: null })
    expect(totpStep(secret, codeAt(now), { now, lastStep })).toBeNull()
    expect(totpStep(secret, codeAt(now.subtract({ seconds: 30 })), { now, lastStep })).toBeNull()
    expect(totpStep(secret, codeAt(now.add({ seconds: 30 })), { now, lastStep })).not.toBeNull()
  })

  it('may be typed with a space in it, and is refused when it is anything else', () => {
    const code = codeAt(now)
    const spaced = `${code.slice(0, 3)} ${code.slice(3)}`
    expect(totpStep(secret, spaced, { now, lastStep: null })).not.toBeNull()
    for (const wrong of ['', '12345', '1234567', 'abcdef', '<script>']) {
      expect(totpStep(secret, wrong, { now, lastStep: null })).toBeNull()
    }
  })

  it('is made from a link that names the service and the person', () => {
    const link = new URL(totpLink(secret, { issuer: 'Alongside', userName: 'a@b.example' }))
    expect(link.protocol).toBe('otpauth:')
    expect(link.searchParams.get('secret')).toBe(secret)
    expect(link.searchParams.get('issuer')).toBe('Alongside')
  })
})

describe('recovery codes', () => {
  it('are ten, all different', () => {
    const codes = newRecoveryCodes()
    expect(new Set(codes).size).toBe(10)
    for (const code of codes) expect(code).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/u)
  })

  it('are known again however they are typed, by their own account and with the key only', () => {
    const { recoveryCode: key, attempt: otherKey } = deriveKeys('a secret')
    const hash = recoveryCodeHash(key, 'account', 'abcd-efgh-jkmn')
    expect(recoveryCodeHash(key, 'account', ' ABCD efgh jkmn')).toBe(hash)
    expect(recoveryCodeHash(key, 'another', 'abcd-efgh-jkmn')).not.toBe(hash)
    expect(recoveryCodeHash(otherKey, 'account', 'abcd-efgh-jkmn')).not.toBe(hash)
  })
})

describe('a sealed secret', () => {
  const key = deriveKeys('a secret of at least thirty-two characters').secondFactor

  it('opens with its key for its purpose', () => {
    const sealed = seal(key, secret, 'account one')
    expect(sealed).not.toContain(secret)
    expect(unseal(key, sealed, 'account one')).toBe(secret)
  })

  it('does not open for another account, with another key, or after a change', () => {
    const sealed = seal(key, secret, 'account one')
    const at = sealed.length - 3
    const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1)
    expect(unseal(key, sealed, 'account two')).toBeNull()
    expect(unseal(deriveKeys('another secret').secondFactor, sealed, 'account one')).toBeNull()
    expect(unseal(key, changed, 'account one')).toBeNull()
    expect(unseal(key, 'v1.', 'account one')).toBeNull()
    expect(unseal(key, '', 'account one')).toBeNull()
  })

  it('is never sealed twice alike', () => {
    expect(seal(key, secret, 'account one')).not.toBe(seal(key, secret, 'account one'))
  })
})
