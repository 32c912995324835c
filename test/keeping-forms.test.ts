import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildApp } from '#app'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { recordContactUrl } from '#features/contacts/urls.ts'
import { connect } from '#platform/db/connect.ts'
import type { Database } from '#records/schema.ts'
import { inService } from '#records/scope.ts'
import { aBrowser } from './browser.ts'
import { aChild, aContact, aService, aStaffMember, anIntervention } from './builders.ts'
import { testDatabase } from './database.ts'

const { connection } = await testDatabase()
const db = connect<Database>(connection)
const today = plainDate('2026-03-02')
const noon = today.toZonedDateTime({ timeZone: 'Europe/London', plainTime: '12:00' }).toInstant()
let now: Temporal.Instant = noon
const app = await buildApp({
  db,
  clock: { today: () => today, now: () => now },
  around: { serviceName: 'Test service', isDemonstration: true, assetVersion: 'test' },
  sessionSecret: 'a secret of at least thirty-two characters',
  oidc: null,
  isBehindProxy: false,
  isHttps: false,
  logLevel: 'silent',
})
afterAll(async () => {
  await app.close()
  await db.destroy()
})

const serviceId = await aService(db)
const author = await aStaffMember(db, serviceId)
const colleague = await aStaffMember(db, serviceId, { role: 'team-manager' })
const asService = { serviceId, staffId: null }
const note = 'You told me about your gran <b>Wren</b>'
const form = { attendance: 'attended', present: 'child', note }
const wroteBefore = 'You wrote this before you were signed out'

async function aContactToRecord(): Promise<string> {
  return await inService(db, asService, async scope => {
    const childId = await aChild(scope)
    const interventionId = await anIntervention(scope, { childId })
    const of = { childId, interventionId, staffId: author, plannedOn: today }
    return recordContactUrl(childId, await aContact(scope, of))
  })
}

let url = ''
beforeEach(async () => {
  now = noon
  url = await aContactToRecord()
})
afterEach(async () => {
  await sql`drop trigger if exists fails on contacts`.execute(db)
  await inService(db, asService, scope => scope.db.deleteFrom('keptForms').execute())
})

const keptRows = () =>
  inService(db, asService, scope => scope.db.selectFrom('keptForms').selectAll().execute())

async function signedIn(staffId: string) {
  const browser = aBrowser(app)
  await browser.signIn(staffId)
  return browser
}

/** Opens the page, is signed out, and sends. */
async function sendTooLate(how: 'idle' | 'session gone' = 'idle') {
  const browser = await signedIn(author)
  const { hidden } = await browser.open(url)
  if (how === 'session gone') browser.forget('alongside')
  else now = noon.add({ hours: 9 })
  return { browser, sent: await browser.post(url, { ...hidden, ...form }) }
}

describe('what was typed when the session had ended', () => {
  it('stands in the form again after signing in, and is forgotten once it is saved', async () => {
    const { browser, sent } = await sendTooLate()
    expect([sent.status, sent.location]).toEqual([303, '/sign-in'])
    await browser.signIn(author)
    const again = await browser.open(url)
    expect(again.text).toContain(wroteBefore)
    expect(again.$('textarea[name=note]').text().trim()).toBe(note)
    expect(again.$('input[name=attendance][value=attended]').attr('checked')).toBeDefined()
    expect((await browser.post(url, { ...again.hidden, ...form })).status).toBe(303)
    expect((await browser.open(url)).text).not.toContain(wroteBefore)
    expect(await keptRows()).toEqual([])
  })

  it('is kept also when nothing of the session is left, and can be thrown away', async () => {
    const { browser, sent } = await sendTooLate('session gone')
    expect(sent.status).toBe(403)
    await browser.signIn(author)
    const again = await browser.open(url)
    expect(again.$('textarea[name=note]').text().trim()).toBe(note)
    const thrown = await browser.post(url, { ...again.hidden, _kept: 'throw-away' })
    expect([thrown.status, thrown.location]).toEqual([303, url])
    expect((await browser.open(url)).$('textarea[name=note]').text().trim()).toBe('')
    expect(await keptRows()).toEqual([])
  })

  it('is seen by nobody else, in the same browser or another, and by the same person only where they wrote it', async () => {
    const { browser } = await sendTooLate()
    await browser.signIn(colleague)
    expect((await browser.open(url)).text).not.toContain(wroteBefore)
    for (const person of [colleague, author]) {
      const elsewhere = await signedIn(person)
      await elsewhere.open(url)
      const page = await elsewhere.open(url)
      expect(page.status).toBe(200)
      expect(page.text).not.toContain(wroteBefore)
    }
    await browser.signIn(author)
    expect((await browser.open(url)).text).toContain(wroteBefore)
    await browser.post(url, { ...(await browser.open(url)).hidden, _kept: 'throw-away' })
  })

  it('cannot be read in the database, nor whose record it is about', async () => {
    await sendTooLate()
    const [row, ...others] = await keptRows()
    expect(others).toEqual([])
    expect(row?.content).toMatch(/^v1\.[\w-]{200,}$/)
    const text = JSON.stringify(row)
    for (const word of ['Wren', 'attended', ...url.split('/').filter(part => part.length > 30)]) {
      expect(text).not.toContain(word)
    }
  })

  it('is gone after a day', async () => {
    const { browser } = await sendTooLate('session gone')
    now = noon.add({ hours: 24 })
    await browser.signIn(author)
    expect((await browser.open(url)).text).not.toContain(wroteBefore)
    expect(await keptRows()).toEqual([])
  })

  it('is kept for nobody when the form does not prove whose it is', async () => {
    const browser = await signedIn(author)
    const { hidden } = await browser.open(url)
    browser.forget('alongside')
    await browser.post(url, { ...hidden, ...form, _whose: 'v1.forged' })
    expect(await keptRows()).toEqual([])
  })
})

describe('a form', () => {
  it('that met an error of ours is there again, with what is already recorded left alone', async () => {
    await sql`create or replace function fails() returns trigger language plpgsql
      as $$ begin raise exception 'out of order'; end $$`.execute(db)
    await sql`create trigger fails before update on contacts for each row execute function fails()`.execute(
      db,
    )
    const browser = await signedIn(author)
    const { hidden } = await browser.open(url)
    expect((await browser.post(url, { ...hidden, ...form })).status).toBe(500)
    const again = await browser.open(url)
    expect(again.text).toContain('You wrote this and it could not be saved')
    expect(again.$('textarea[name=note]').text().trim()).toBe(note)
    await browser.post(url, { ...again.hidden, _kept: 'throw-away' })
  })

  it('acts when it is sent again after it was refused', async () => {
    const browser = await signedIn(author)
    const { hidden } = await browser.open(url)
    expect((await browser.post(url, { ...hidden, ...form, present: '' })).status).toBe(422)
    expect((await browser.post(url, { ...hidden, ...form })).location).not.toBeNull()
    const repeated = await browser.post(url, { ...hidden, ...form, note: 'Once more' })
    expect(repeated.status).toBe(303)
    expect((await browser.open(url)).$('textarea[name=note]').text().trim()).toBe(note)
  })

  it('does not tell somebody else where its first sending went', async () => {
    const browser = await signedIn(author)
    const { hidden } = await browser.open(url)
    const first = await browser.post(url, { ...hidden, ...form })
    expect(first.status).toBe(303)
    const other = await signedIn(colleague)
    const ofAnother = await aContactToRecord()
    const forged = { ...(await other.open(ofAnother)).hidden, ...form, _form: hidden._form ?? '' }
    const told = await other.post(ofAnother, forged)
    expect(told.status).toBe(303)
    expect(told.location).not.toBe(first.location)
    expect(told.location).toContain(ofAnother.split('/')[2])
  })
})
