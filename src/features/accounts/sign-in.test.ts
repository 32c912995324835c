import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { hashPassword } from '#platform/credentials/password.ts'
import { accountsApp, browser, goodPassword } from './testing/accounts-app.ts'

const service = await accountsApp()
const app = await service.start()
afterAll(service.close)
// Each test has its own day, so that the tries of one do not slow the next.
beforeEach(() => service.wait({ hours: 25 }))

let made = 0
async function somebody(values?: Parameters<typeof service.person>[1]) {
  made += 1
  return await service.person(`sam${made}`, values)
}

describe('signing in with a password', () => {
  it('leads to the first page of the role, under a new session, and is written down', async () => {
    const { userName, staffId } = await somebody()
    const visitor = browser(app)
    await visitor.get('/sign-in')
    const before = visitor.cookies.get('alongside')
    expect(await visitor.signIn(`  ${userName.toUpperCase()}`)).toMatchObject({
      status: 303,
      location: '/my-team',
    })
    expect(visitor.cookies.get('alongside')).not.toBe(before)
    expect((await visitor.get('/account')).h1).toBe('Your account')
    const audit = await service.db
      .selectFrom('auditEntries')
      .select('action')
      .where('staffId', '=', staffId)
      .execute()
    expect(audit.map(entry => entry.action)).toEqual(['session.started'])
  })

  it('fails with the same page for an unknown name, a wrong password and no password', async () => {
    const known = await somebody()
    const onlySso = await somebody()
    await service.db
      .updateTable('accounts')
      .set({ passwordHash: null })
      .where('id', '=', onlySso.id)
      .execute()
    const pages = [
      await browser(app).signIn(known.userName, 'a wrong password'),
      await browser(app).signIn('nobody', 'a wrong password'),
      await browser(app).signIn(onlySso.userName, goodPassword),
    ]
    const withoutTyped = pages.map(({ status, body }) =>
      [status, body.replaceAll(/value="[^"]*"/gu, '')].join(),
    )
    expect(new Set(withoutTyped).size).toBe(1)
    expect(pages[0]).toMatchObject({ status: 422, h1: 'Sign in' })
    expect(pages[0]?.errors[0]).toMatch(/do not belong together/)
  })

  it('keeps the name that was typed as text, and never shows a password again', async () => {
    const page = await browser(app).signIn('<script>O’Neill-Ó 🚲', 'a wrong password')
    expect(page.$('#userName').attr('value')).toBe('<script>O’Neill-Ó 🚲')
    expect(page.body).not.toContain('a wrong password')
    expect(page.body).not.toContain('<script>O')
  })

  it('lets nobody in who has left', async () => {
    const { userName, staffId } = await somebody()
    const visitor = browser(app)
    await visitor.signIn(userName)
    await service.db
      .updateTable('staff')
      .set({ isActive: false })
      .where('id', '=', staffId)
      .execute()
    expect((await visitor.get('/account')).location).toBe('/sign-in')
    expect((await browser(app).signIn(userName)).status).toBe(422)
  })

  it('needs the hidden field of its own page', async () => {
    const { userName } = await somebody()
    const payload = new URLSearchParams({ userName, password: goodPassword }).toString()
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const sent = await app.inject({ method: 'POST', url: '/sign-in', payload, headers })
    expect(sent.statusCode).toBe(403)
  })

  it('makes a weak hash anew', async () => {
    const { userName, id } = await somebody()
    const weak = await hashPassword(goodPassword, { memoryCost: 8192, timeCost: 1, parallelism: 1 })
    const accounts = () =>
      service.db.selectFrom('accounts').select('passwordHash').where('id', '=', id)
    await service.db
      .updateTable('accounts')
      .set({ passwordHash: weak })
      .where('id', '=', id)
      .execute()
    await browser(app).signIn(userName)
    expect((await accounts().executeTakeFirstOrThrow()).passwordHash).toContain('m=19456')
    expect((await browser(app).signIn(userName)).status).toBe(303)
  })
})

describe('hammering', () => {
  it('slows strangers to the name down, and not the device of its owner', async () => {
    const { userName } = await somebody()
    const own = browser(app, '198.51.100.1')
    await own.signIn(userName)
    for (let n = 0; n < 8; n += 1) await browser(app, `203.0.113.${n}`).signIn(userName, 'a guess')
    expect((await browser(app, '203.0.113.99').signIn(userName)).status).toBe(422)
    own.cookies.delete('alongside')
    expect((await own.signIn(userName)).status).toBe(303)
    service.wait({ minutes: 16 })
    expect((await browser(app, '203.0.113.99').signIn(userName)).status).toBe(303)
  })

  it('is slowed from one network whatever the names, and another network is not', async () => {
    const { userName } = await somebody()
    for (let n = 0; n < 20; n += 1) await browser(app, '192.0.2.77').signIn(`guess${n}`, 'a guess')
    expect((await browser(app, '192.0.2.77').signIn(userName)).status).toBe(422)
    expect((await browser(app, '192.0.2.78').signIn(userName)).status).toBe(303)
  })

  it('all at once gets no further than one after the other', async () => {
    const { userName } = await somebody()
    const guesses = Array.from({ length: 12 }, (_, n) =>
      browser(app, `203.0.113.${n}`).signIn(userName, 'a guess'),
    )
    await Promise.all(guesses)
    const counted = await service.db
      .selectFrom('signInAttempts')
      .select('userNameHash')
      .where('at', '=', service.now())
      .execute()
    expect(counted).toHaveLength(5)
  })

  it('tells the table of attempts no name and no address, and is forgotten after a week', async () => {
    const { userName } = await somebody()
    await browser(app, '192.0.2.200').signIn(userName, 'a guess')
    const kept = JSON.stringify(await service.db.selectFrom('signInAttempts').selectAll().execute())
    expect(kept).not.toContain(userName)
    expect(kept).not.toContain('192.0.2.200')
    service.wait({ hours: 24 * 8 })
    await browser(app).signIn('nobody', 'a guess')
    expect(await service.db.selectFrom('signInAttempts').selectAll().execute()).toHaveLength(1)
  })
})

describe('a session', () => {
  it('ends after half an hour without a request, and is kept by requests', async () => {
    const { userName } = await somebody()
    const visitor = browser(app)
    await visitor.signIn(userName)
    service.wait({ minutes: 29 })
    expect((await visitor.get('/account')).status).toBe(200)
    service.wait({ minutes: 29 })
    expect((await visitor.get('/account')).status).toBe(200)
    service.wait({ minutes: 30 })
    expect((await visitor.get('/account')).location).toBe('/sign-in')
    expect((await visitor.get('/sign-in')).text).toContain('nothing was opened for a while')
  })

  it('is written once a minute at most, however much is looked at', async () => {
    const { userName } = await somebody()
    const visitor = browser(app)
    await visitor.signIn(userName)
    const written = async () => {
      const rows = await service.db.selectFrom('sessions').select('expiresAt').execute()
      return rows.map(({ expiresAt }) => String(expiresAt)).toSorted()
    }
    await visitor.get('/account')
    const before = await written()
    service.wait({ seconds: 59 })
    expect((await visitor.get('/account')).status).toBe(200)
    expect(await written()).toEqual(before)
    service.wait({ seconds: 1 })
    await visitor.get('/account')
    expect(await written()).not.toEqual(before)
  })

  it('ends after ten hours, however busy', async () => {
    const { userName } = await somebody()
    const visitor = browser(app)
    await visitor.signIn(userName)
    for (let n = 0; n < 29; n += 1) {
      service.wait({ minutes: 20 })
      await visitor.get('/account')
    }
    service.wait({ minutes: 19 })
    expect((await visitor.get('/account')).status).toBe(200)
    service.wait({ minutes: 1 })
    expect((await visitor.get('/account')).location).toBe('/sign-in')
  })

  it('ends on every device when the person signs out everywhere', async () => {
    const { userName, staffId } = await somebody()
    const [office, home] = [browser(app), browser(app, '198.51.100.9')]
    await office.signIn(userName)
    await home.signIn(userName)
    service.wait({ seconds: 1 })
    expect((await home.send('/account/sign-out-everywhere', {})).location).toBe('/sign-in')
    expect((await office.get('/account')).location).toBe('/sign-in')
    expect((await home.get('/account')).location).toBe('/sign-in')
    expect((await office.signIn(userName)).status).toBe(303)
    expect((await office.get('/account')).status).toBe(200)
    const audit = await service.db
      .selectFrom('auditEntries')
      .select('action')
      .where('staffId', '=', staffId)
      .execute()
    expect(audit.map(entry => entry.action)).toContain('account.signed-out-everywhere')
  })

  it('ends with signing out, and a copy of its cookie is worth nothing then', async () => {
    const { userName } = await somebody()
    const visitor = browser(app)
    await visitor.signIn(userName)
    const copy = visitor.cookies.get('alongside') ?? ''
    const page = await visitor.get('/account')
    const csrf = page.$('form[action="/sign-out"] input[name=_csrf]').attr('value') ?? ''
    const headers = {
      cookie: `alongside=${copy}`,
      'content-type': 'application/x-www-form-urlencoded',
    }
    const payload = new URLSearchParams({ _csrf: csrf }).toString()
    await app.inject({ method: 'POST', url: '/sign-out', payload, headers })
    const after = await app.inject({ url: '/account', headers: { cookie: `alongside=${copy}` } })
    expect(after.headers.location).toBe('/sign-in')
  })
})
