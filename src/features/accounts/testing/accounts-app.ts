import fastify, { type FastifyInstance, type LightMyRequestResponse } from 'fastify'
import { load } from 'cheerio'
import { Temporal } from 'temporal-polyfill'
import type { Role } from '#domain/access/permissions.ts'
import { deriveKeys } from '#platform/credentials/keys.ts'
import { hashPassword } from '#platform/credentials/password.ts'
import { connect } from '#platform/db/connect.ts'
import { registerErrorPages } from '#platform/http/error-handler.ts'
import { registerPages } from '#platform/http/router.ts'
import { registerSecurity } from '#platform/http/security.ts'
import { insertAccount } from '#records/accounts.ts'
import type { Database } from '#records/schema.ts'
import { inService } from '#records/scope.ts'
import { sessionStore } from '#records/sessions.ts'
import { aService, aStaffMember } from '#test/builders.ts'
import { connectWithin, testDatabase } from '#test/database.ts'
import { frameError } from '../../frame.ts'
import { pageHost } from '../../page-host.ts'
import type { AccountsDesk } from '../desk.ts'
import type { OidcSettings } from '../oidc.ts'
import { accountsRoutes, registerAccounts } from '../routes.ts'
import { signedInPerson } from '../../session.ts'

const sessionSecret = 'a secret of at least thirty-two characters'
const around = { serviceName: 'Test service', isDemonstration: false, assetVersion: 'test' }
export const goodPassword = 'teapot gravel orbit'

/** A service with accounts, and a clock that a test can move. */
export async function accountsApp() {
  const database = await testDatabase()
  const appDb = connect<Database>(database.connection)
  const serviceId = await aService(appDb, { isDemonstration: false })
  const db = connectWithin(database, serviceId)
  const keys = deriveKeys(sessionSecret)
  let now = Temporal.Instant.from('2026-03-02T09:00:00Z')
  const clock = { now: () => now, today: () => Temporal.PlainDate.from('2026-03-02') }
  const desk = { db: appDb, clock, around, keys, isHttps: false }
  const apps: FastifyInstance[] = []
  const passwordHash = await hashPassword(goodPassword)

  const start = async (oidc: OidcSettings | null = null) => {
    const app = await theApp(desk, oidc)
    apps.push(app)
    return app
  }

  return {
    db,
    keys,
    serviceId,
    start,
    now: () => now,
    wait: (time: Temporal.DurationLike) => {
      now = now.add(time)
    },
    /** Somebody with an account and the good password. */
    person: async (
      userName: string,
      values: { role?: Role; email?: string; mustChange?: boolean } = {},
    ) => {
      const staffId = await aStaffMember(db, serviceId, {
        name: `Person ${userName}`,
        role: values.role ?? 'team-manager',
      })
      const account = {
        staffId,
        userName,
        email: values.email ?? null,
        passwordHash,
        mustChangePassword: values.mustChange ?? false,
        now,
      }
      const id = await inService(db, { serviceId, staffId: null }, scope =>
        insertAccount(scope, account),
      )
      return { staffId, id, userName }
    },
    close: async () => {
      for (const app of apps) await app.close()
      await Promise.all([db.destroy(), appDb.destroy()])
    },
  }
}

async function theApp(desk: AccountsDesk, oidc: OidcSettings | null): Promise<FastifyInstance> {
  const { db, clock } = desk
  const app = fastify()
  registerErrorPages(app, (page, request) => frameError(page, around, request.url))
  const store = sessionStore(db, () => clock.now())
  await registerSecurity(app, { sessionSecret, isHttps: false, store })
  registerAccounts(app, desk, oidc)
  registerPages(app, accountsRoutes(desk), {
    ...pageHost(desk),
    userOf: request => signedInPerson(db, request, clock.now()),
  })
  return app
}

/** A browser: keeps cookies, fills in the form of the page that it is on. */
export function browser(app: FastifyInstance, remoteAddress = '192.0.2.1') {
  const cookies = new Map<string, string>()
  const keep = (response: LightMyRequestResponse) => {
    for (const { name, value } of response.cookies) cookies.set(name, encodeURIComponent(value))
    const $ = load(response.body)
    return {
      status: response.statusCode,
      location: response.headers.location ?? null,
      body: response.body,
      $,
      h1: $('h1').first().text().trim(),
      text: $('main').text(),
      errors: $('.govuk-error-summary__list li')
        .toArray()
        .map(item => $(item).text().trim()),
    }
  }
  const headers = () => ({
    cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
  })
  const get = async (url: string) =>
    keep(await app.inject({ url, remoteAddress, headers: headers() }))
  const send = async (url: string, form: Record<string, string>) => {
    const { $ } = await get(url)
    const hidden = Object.fromEntries(
      $('main form input[type=hidden]')
        .toArray()
        .map(field => [$(field).attr('name') ?? '', $(field).attr('value') ?? '']),
    )
    const response = await app.inject({
      method: 'POST',
      url,
      remoteAddress,
      payload: new URLSearchParams({ ...hidden, ...form }).toString(),
      headers: { ...headers(), 'content-type': 'application/x-www-form-urlencoded' },
    })
    return keep(response)
  }
  return {
    cookies,
    get,
    send,
    signIn: (userName: string, password = goodPassword) => send('/sign-in', { userName, password }),
  }
}
