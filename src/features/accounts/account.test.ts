import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { accountsApp, browser, goodPassword } from './testing/accounts-app.ts'

const service = await accountsApp()
const app = await service.start()
afterAll(service.close)
beforeEach(() => service.wait({ hours: 25 }))

let made = 0
async function signedIn(values?: Parameters<typeof service.person>[1]) {
  made += 1
  const person = await service.person(`kim${made}`, values)
  const visitor = browser(app)
  await visitor.signIn(person.userName)
  return { ...person, visitor }
}

function codeNow(secret: string): string {
  const timestamp = service.now().epochMilliseconds
  return new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) }).generate({ timestamp })
}

/** Sets up the second factor and returns what the page showed. */
async function setUp(visitor: ReturnType<typeof browser>) {
  const page = await visitor.get('/account/second-factor')
  const sealed = page.$('input[name=sealed]').attr('value') ?? ''
  const [secret = '', ...recoveryCodes] = page
    .$('main code')
    .toArray()
    .map(code => page.$(code).text())
  const sent = await visitor.send('/account/second-factor', { sealed, code: codeNow(secret) })
  service.wait({ seconds: 30 })
  return { secret, recoveryCodes, sealed, sent }
}

const accountRow = (id: string) =>
  service.db.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

describe('my account', () => {
  it('is for those who signed in', async () => {
    expect((await browser(app).get('/account')).location).toBe('/sign-in')
  })

  it('asks for the password again before a change, ten minutes after it was typed', async () => {
    const { visitor } = await signedIn()
    expect((await visitor.get('/account/password')).h1).toBe('Choose a new password')
    service.wait({ minutes: 10 })
    for (const url of ['/account/password', '/account/second-factor', '/account/recovery-codes']) {
      const { location } = await visitor.get(url)
      expect(location).toBe(`/account/confirm?to=${encodeURIComponent(url)}`)
    }
    const to = '/account/confirm?to=%2Faccount%2Fsecond-factor'
    expect((await visitor.send(to, { password: 'not the password' })).status).toBe(422)
    expect((await visitor.get('/account/second-factor')).status).toBe(303)
    const confirmed = await visitor.send(to, { password: goodPassword })
    expect(confirmed.location).toBe('/account/second-factor')
    expect((await visitor.get('/account/second-factor')).status).toBe(200)
  })

  it('never sends anybody to another site', async () => {
    const { visitor } = await signedIn()
    const to = '/account/confirm?to=https%3A%2F%2Felsewhere.example'
    expect((await visitor.send(to, { password: goodPassword })).location).toBe('/account/password')
  })

  it('slows down guessing the password from a screen left open', async () => {
    const { visitor } = await signedIn()
    service.wait({ minutes: 10 })
    const to = '/account/confirm?to=%2Faccount%2Fpassword'
    for (let n = 0; n < 10; n += 1) await visitor.send(to, { password: 'a guess' })
    expect((await visitor.send(to, { password: goodPassword })).status).toBe(422)
  })
})

describe('a new password', () => {
  it('ends every session and opens the next one', async () => {
    const { visitor, userName, id } = await signedIn()
    service.wait({ seconds: 1 })
    const password = 'quiet lantern meadow'
    const sent = await visitor.send('/account/password', { password, again: password })
    expect(sent.location).toBe('/sign-in')
    expect((await visitor.get('/account')).location).toBe('/sign-in')
    expect((await visitor.signIn(userName)).status).toBe(422)
    expect((await visitor.signIn(userName, password)).status).toBe(303)
    const audit = await service.db
      .selectFrom('auditEntries')
      .select('action')
      .where('subjectId', '=', id)
      .execute()
    expect(audit.map(entry => entry.action)).toEqual(['account.password-changed'])
  })

  it.each([
    ['short', 'teapot', 'teapot', 'at least 12'],
    ['common', 'password1234', 'password1234', 'first that somebody would guess'],
    ['typed differently', 'quiet lantern meadow', 'quiet lantern', 'differ'],
  ])('is refused when it is %s, and the old one stays', async (_case, password, again, why) => {
    const { visitor, id } = await signedIn()
    const before = await accountRow(id)
    const page = await visitor.send('/account/password', { password, again })
    expect(page.status).toBe(422)
    expect(page.errors[0]).toContain(why)
    expect(page.body).not.toContain(password)
    expect(await accountRow(id)).toEqual(before)
  })

  it('comes before everything else for somebody who was given one', async () => {
    const { visitor } = await signedIn({ mustChange: true })
    expect((await visitor.get('/account')).location).toBe('/account/password')
    service.wait({ seconds: 1 })
    const password = 'quiet lantern meadow'
    await visitor.send('/account/password', { password, again: password })
    await visitor.signIn(`kim${made}`, password)
    expect((await visitor.get('/account')).status).toBe(200)
  })
})

describe('a code from the phone', () => {
  it('is asked for after the password once it is set up', async () => {
    const { visitor, userName } = await signedIn()
    const { secret, sent } = await setUp(visitor)
    expect(sent.location).toBe('/account')
    const other = browser(app, '198.51.100.7')
    expect((await other.signIn(userName)).location).toBe('/sign-in/second-factor')
    expect((await other.get('/account')).location).toBe('/sign-in')
    const wrong = await other.send('/sign-in/second-factor', { code: '000000' })
    expect([wrong.status, wrong.h1]).toEqual([422, 'Enter your code'])
    const right = await other.send('/sign-in/second-factor', { code: codeNow(secret) })
    expect(right.location).toBe('/my-team')
    expect((await other.get('/account')).text).toContain('10 left')
  })

  it('works once, in setting up too', async () => {
    const { visitor, userName } = await signedIn()
    const { secret } = await setUp(visitor)
    service.wait({ seconds: -30 })
    const other = browser(app)
    await other.signIn(userName)
    const used = await other.send('/sign-in/second-factor', { code: codeNow(secret) })
    expect(used.status).toBe(422)
    service.wait({ seconds: 30 })
    const code = codeNow(secret)
    const pair = [browser(app), browser(app)]
    for (const one of pair) await one.signIn(userName)
    const sent = await Promise.all(pair.map(one => one.send('/sign-in/second-factor', { code })))
    expect(sent.map(page => page.status).toSorted()).toEqual([303, 422])
  })

  it('can be a recovery code, each once', async () => {
    const { visitor, userName } = await signedIn()
    const { recoveryCodes } = await setUp(visitor)
    expect(recoveryCodes).toHaveLength(10)
    const [code = ''] = recoveryCodes
    const other = browser(app)
    await other.signIn(userName)
    const used = await other.send('/sign-in/second-factor', { code: code.toUpperCase() })
    expect(used.location).toBe('/my-team')
    expect((await other.get('/account')).text).toContain('9 left')
    const again = browser(app)
    await again.signIn(userName)
    expect((await again.send('/sign-in/second-factor', { code })).status).toBe(422)
  })

  it.each([
    ['a stranger', 5],
    ['a device that is known', 10],
  ])('cannot be guessed by %s that begins again with the right password', async (kind, free) => {
    const { visitor, userName } = await signedIn()
    const { secret } = await setUp(visitor)
    const thief = kind === 'a stranger' ? browser(app, '198.51.100.66') : visitor
    for (let n = 0; n < free; n += 1) {
      await thief.signIn(userName)
      await thief.send('/sign-in/second-factor', { code: '000000' })
    }
    expect((await thief.signIn(userName)).status).toBe(422)
    service.wait({ seconds: 31 })
    await thief.signIn(userName)
    await thief.send('/sign-in/second-factor', { code: '000000' })
    const right = await thief.send('/sign-in/second-factor', { code: codeNow(secret) })
    expect(right.status).toBe(422)
  })

  it('is waited for ten minutes, and not after a sign-out everywhere', async () => {
    const { visitor, userName } = await signedIn()
    await setUp(visitor)
    const other = browser(app)
    await other.signIn(userName)
    service.wait({ minutes: 10 })
    expect((await other.get('/sign-in/second-factor')).location).toBe('/sign-in')
    await other.signIn(userName)
    service.wait({ seconds: 1 })
    await visitor.send('/account/sign-out-everywhere', {})
    expect((await other.get('/sign-in/second-factor')).location).toBe('/sign-in')
  })

  it('is set up only with the key that this account was shown', async () => {
    const [one, other] = [await signedIn(), await signedIn()]
    const shown = await one.visitor.get('/account/second-factor')
    const sealed = shown.$('input[name=sealed]').attr('value') ?? ''
    const secret = shown.$('main code').first().text()
    const sent = await other.visitor.send('/account/second-factor', {
      sealed,
      code: codeNow(secret),
    })
    expect(sent.status).toBe(422)
    expect((await accountRow(other.id)).totpSecret).toBeNull()
  })

  it('keeps the same key on the page when the first code was mistyped', async () => {
    const { visitor } = await signedIn()
    const page = await visitor.get('/account/second-factor')
    const sealed = page.$('input[name=sealed]').attr('value') ?? ''
    const again = await visitor.send('/account/second-factor', { sealed, code: '000000' })
    expect(again.status).toBe(422)
    expect(again.$('main code').first().text()).toBe(page.$('main code').first().text())
  })
})

describe('new recovery codes', () => {
  it('take the place of the old ones when the person says that they have them', async () => {
    const { visitor, userName } = await signedIn()
    const { recoveryCodes: old } = await setUp(visitor)
    const page = await visitor.get('/account/recovery-codes')
    const sealed = page.$('input[name=sealed]').attr('value') ?? ''
    const fresh = page.$('main code').first().text()
    expect((await visitor.send('/account/recovery-codes', { sealed })).location).toBe('/account')
    const other = browser(app)
    await other.signIn(userName)
    const spent = await other.send('/sign-in/second-factor', { code: old[0] ?? '' })
    expect(spent.status).toBe(422)
    expect((await other.send('/sign-in/second-factor', { code: fresh })).status).toBe(303)
  })
})

describe('what the database holds', () => {
  it('is no secret in clear, and none at all in the history', async () => {
    const { visitor, id } = await signedIn()
    const { secret, recoveryCodes } = await setUp(visitor)
    service.wait({ seconds: 1 })
    const kept = await accountRow(id)
    await visitor.send('/account/password', {
      password: 'quiet lantern meadow',
      again: 'quiet lantern meadow',
    })
    const bare = secret.replaceAll(' ', '')
    const account = JSON.stringify(kept)
    for (const hidden of [
      goodPassword,
      bare,
      ...recoveryCodes,
      ...recoveryCodes.map(c => c.replaceAll('-', '')),
    ]) {
      expect(account).not.toContain(hidden)
    }
    const history = await service.db
      .selectFrom('rowHistory')
      .select('was')
      .where('rowId', '=', id)
      .execute()
    expect(history.length).toBeGreaterThan(1)
    const text = JSON.stringify(history)
    expect(text).toContain('password_changed_at')
    for (const secretColumn of [
      'password_hash',
      'totp_secret',
      'recovery_code_hashes',
      '$argon2id$',
    ]) {
      expect(text).not.toContain(secretColumn)
    }
    const sessions = JSON.stringify(
      await service.db.selectFrom('sessions').select('content').execute(),
    )
    for (const hidden of [bare, ...recoveryCodes]) expect(sessions).not.toContain(hidden)
  })

  it('never forgets an account', async () => {
    const { id } = await signedIn()
    const deletion = service.db.deleteFrom('accounts').where('id', '=', id).execute()
    await expect(deletion).rejects.toThrow(/never deleted/)
  })
})
