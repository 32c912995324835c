import { load } from 'cheerio'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import type { Kysely } from 'kysely'
import { buildApp } from '#app'
import type { Role } from '#domain/access/permissions.ts'
import { plainDate, type PlainDate } from '#domain/calendar/plain-date.ts'
import { clockFixedOn } from '#platform/clock.ts'
import { connect } from '#platform/db/connect.ts'
import type { Database } from '#records/schema.ts'
import { inService, type Scope } from '#records/scope.ts'
import { aService, aStaffMember } from './builders.ts'
import { connectWithin, testDatabase } from './database.ts'

/** The whole application on a database of its own, with one person of each role who can open pages and send forms. */
export interface TestApp {
  /** Sees this service's records. The application's own connections see those of none until they are told which. */
  readonly db: Kysely<Database>
  readonly serviceId: string
  readonly today: PlainDate
  /** The id of the person of each role. */
  readonly staff: Readonly<Record<Role, string>>
  /** Does something in the service as nobody in particular: for putting facts in place. */
  readonly inService: <Result>(work: (scope: Scope) => Promise<Result>) => Promise<Result>
  readonly get: (url: string, as: Role) => Promise<TestPage>
  /** Types a text into the search box and follows to what it finds. */
  readonly searchFor: (text: string, as: Role) => Promise<TestPage>
  readonly getSignedOut: (url: string) => Promise<TestPage>
  /** Opens the page, fills in its form (hidden fields come along) and sends it. */
  readonly send: (url: string, form: TestForm, as: Role) => Promise<TestPage>
  /** Opens the page once and sends its form twice at the same moment, as a double click does. */
  readonly sendTwice: (url: string, form: TestForm, as: Role) => Promise<[TestPage, TestPage]>
  /** Sends a form as it is, without the hidden fields of its page. */
  readonly sendBare: (url: string, form: TestForm, as: Role) => Promise<TestPage>
  readonly close: () => Promise<void>
}

export type TestForm = Readonly<Record<string, string | readonly string[]>>

export interface TestPage {
  readonly status: number
  /** Where a redirect leads, or null. */
  readonly location: string | null
  readonly headers: LightMyRequestResponse['headers']
  readonly body: string
  readonly $: ReturnType<typeof load>
  readonly title: string
  readonly h1: string
  /** The error summary's messages. */
  readonly errors: readonly string[]
}

const roleNames: readonly Role[] = [
  'case-manager',
  'team-manager',
  'head-of-service',
  'performance-officer',
  'business-support',
  'police-colleague',
  'social-worker-read-only',
  'panel-member',
]

/** Starts the application for tests, at the top of a test file; call `close` in its `afterAll`. */
export async function startApp(options: { readonly today?: string } = {}): Promise<TestApp> {
  const today = plainDate(options.today ?? '2026-03-02')
  const database = await testDatabase()
  const appDb = connect<Database>(database.connection)
  const serviceId = await aService(appDb)
  const db = connectWithin(database, serviceId)
  const staff = await staffOfEachRole(db, serviceId)
  const app = await buildApp({
    db: appDb,
    clock: clockFixedOn(today),
    around: { serviceName: 'Test service', isDemonstration: true, assetVersion: 'test' },
    sessionSecret: 'a secret of at least thirty-two characters',
    oidc: null,
    isBehindProxy: false,
    isHttps: false,
    logLevel: 'silent',
  })
  const sessions = new Map<Role, Promise<string>>()
  const cookieOf = (as: Role) => {
    const cookie = sessions.get(as) ?? signIn(app, staff[as])
    sessions.set(as, cookie)
    return cookie
  }
  const get = async (url: string, as: Role) =>
    readPage(await app.inject({ url, headers: { cookie: await cookieOf(as) } }))
  const send: TestApp['send'] = async (url, form, as) => {
    const hidden = hiddenFields(await get(url, as))
    return readPage(await post(app, url, { ...hidden, ...form }, await cookieOf(as)))
  }
  return {
    db,
    serviceId,
    today,
    staff,
    inService: work => inService(db, { serviceId, staffId: null }, work),
    get,
    getSignedOut: async url => readPage(await app.inject({ url })),
    searchFor: async (text, as) => {
      const sent = await send('/children', { q: text }, as)
      return sent.location === null ? sent : await get(sent.location, as)
    },
    send,
    sendTwice: async (url, form, as) => {
      const filled = { ...hiddenFields(await get(url, as)), ...form }
      const cookie = await cookieOf(as)
      const send = async () => readPage(await post(app, url, filled, cookie))
      return await Promise.all([send(), send()])
    },
    sendBare: async (url, form, as) => readPage(await post(app, url, form, await cookieOf(as))),
    close: async () => {
      await app.close()
      await Promise.all([db.destroy(), appDb.destroy()])
    },
  }
}

async function staffOfEachRole(
  db: Kysely<Database>,
  serviceId: string,
): Promise<Record<Role, string>> {
  const ids = await Promise.all(
    roleNames.map(async role => [role, await aStaffMember(db, serviceId, { role })] as const),
  )
  return Object.fromEntries(ids) as Record<Role, string>
}

async function signIn(app: FastifyInstance, staffId: string): Promise<string> {
  const opened = await app.inject({ url: '/sign-in' })
  const hidden = hiddenFields(readPage(opened))
  const signedIn = await post(app, '/sign-in', { ...hidden, staffId }, cookieIn(opened))
  return cookieIn(signedIn)
}

async function post(app: FastifyInstance, url: string, form: TestForm, cookie: string) {
  const payload = new URLSearchParams(
    Object.entries(form).flatMap(([name, value]) =>
      (typeof value === 'string' ? [value] : value).map(one => [name, one] as [string, string]),
    ),
  ).toString()
  const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' }
  return await app.inject({ method: 'POST', url, payload, headers })
}

function cookieIn(response: LightMyRequestResponse): string {
  const cookie = response.cookies.find(one => one.name === 'alongside')
  if (cookie === undefined) throw new Error('No session cookie came back')
  return `${cookie.name}=${encodeURIComponent(cookie.value)}`
}

function hiddenFields(page: TestPage): Record<string, string> {
  const fields = page.$('main form input[type=hidden]').toArray()
  return Object.fromEntries(
    fields.map(field => [page.$(field).attr('name') ?? '', page.$(field).attr('value') ?? '']),
  )
}

function readPage(response: LightMyRequestResponse): TestPage {
  const $ = load(response.body)
  const location = response.headers.location
  return {
    status: response.statusCode,
    location: typeof location === 'string' ? location : null,
    headers: response.headers,
    body: response.body,
    $,
    title: $('title').text(),
    h1: $('h1').first().text().trim(),
    errors: $('.govuk-error-summary__list li')
      .toArray()
      .map(item => $(item).text().trim()),
  }
}
