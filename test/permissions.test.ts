import { randomUUID } from 'node:crypto'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import fastify, { type FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildApp } from '#app'
import { may, permissions, roles, type Permission, type Role } from '#domain/access/permissions.ts'
import { reaches } from '#domain/access/reach.ts'
import { clockFixedOn } from '#platform/clock.ts'
import { deriveKeys } from '#platform/credentials/keys.ts'
import { registerPages } from '#platform/http/router.ts'
import { pageHost } from '#features/page-host.ts'
import type { AlongsideRoute } from '#features/page.ts'
import { refuseUndeclared } from '#features/permission-table/declared.ts'
import { permissionWords } from '#features/permission-table/permission-words.ts'
import { routes } from '#features/routes.ts'
import { aChild } from './builders.ts'
import { filled, pages } from './permissions/addresses.ts'
import { oneOfEach, shareWithSocialWorker, type Ids } from './permissions/one-of-each.ts'
import { startApp } from './start-app.ts'

const sessionSecret = 'a secret of at least thirty-two characters'
const roleNames = Object.keys(roles) as Role[]

/** Open without a page's permission: signing in and out, what machines ask, styles and pictures. Whoever adds one, guards it by hand. */
const openToAll = {
  inAny: [
    'GET /',
    'GET /sign-in',
    'POST /sign-in',
    'POST /sign-out',
    'GET /healthz',
    'GET /readyz',
    'GET /assets/alongside/*',
    'GET /assets/govuk/*',
  ],
  withAccounts: [
    'GET /sign-in/second-factor',
    'POST /sign-in/second-factor',
    'GET /sign-in/organisation',
    'GET /sign-in/organisation/back',
    'GET /account/confirm',
    'POST /account/confirm',
  ],
} as const

const app = await startApp()
let ids: Ids = {}
let outOfReach: Ids = {}
afterAll(app.close)

beforeAll(async () => {
  ids = await oneOfEach({ ...app, worker: app.staff['case-manager'] })
  await shareWithSocialWorker(app, ids['childId'] ?? '')
  outOfReach = { ...ids, childId: await app.inService(scope => aChild(scope)) }
})

/** Pages that lead somewhere only with a password of one's own or on a restricted record: their features' tests open them. */
const elsewhere = (url: string) =>
  url.startsWith('/account/') || url.endsWith('/lift') || url.endsWith('/urgent-access')

const isOfAChild = (url: string) => url.includes(':childId')
const forms = pages.filter(({ page }) => page.takesForms)

describe('every page, opened by every role', () => {
  const opened = new Map<string, number[]>()

  it.each(roleNames)('%s: is refused exactly what the table does not give', async role => {
    const wrong: string[] = []
    for (const { url, page } of pages) {
      const { status } = await app.get(filled(url, ids), role)
      const allowed = may(role, page.permission)
      if (allowed) opened.set(url, [...(opened.get(url) ?? []), status])
      const right = allowed ? [200, 303, 404].includes(status) : status === 403
      if (!right) wrong.push(`${url} (${page.permission}): ${status}`)
    }
    expect(wrong).toEqual([])
  })

  it('leads to a page for somebody, so that no refusal above is for want of a record', () => {
    const nowhere = pages
      .map(({ url }) => url)
      .filter(url => !elsewhere(url))
      .filter(url => !(opened.get(url) ?? []).some(status => status === 200 || status === 303))
    expect(nowhere).toEqual([])
  })

  it('opens no child to a role that does not reach the child', async () => {
    const narrow = ['police-colleague', 'social-worker-read-only', 'panel-member'] as const
    const wrong: string[] = []
    for (const role of narrow) {
      for (const { url, page } of pages.filter(({ url: one }) => isOfAChild(one))) {
        const { status } = await app.get(filled(url, outOfReach), role)
        if (status !== (may(role, page.permission) ? 404 : 403))
          wrong.push(`${role} ${url} ${status}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('leads to the sign-in for somebody who is signed out', async () => {
    for (const { url } of pages) {
      const answer = await app.getSignedOut(filled(url, ids))
      expect([answer.status, answer.location], url).toEqual([303, '/sign-in'])
    }
  })
})

describe('every form, sent by every role', () => {
  it('is refused without the token of its page, also to those who may', async () => {
    for (const { url, page } of forms) {
      const role = roleNames.find(one => may(one, page.permission)) ?? 'case-manager'
      const answer = await app.sendBare(filled(url, ids), { _csrf: 'forged' }, role)
      expect([answer.status, answer.h1], url).toEqual([403, 'This page has been open too long'])
    }
  })

  it.each(roleNames)('%s: is refused without the permission, and nothing is saved', async role => {
    const open = await app.get('/rules', role)
    const token = open.$('input[name=_csrf]').first().attr('value') ?? ''
    const refused = forms.filter(({ page }) => !may(role, page.permission))
    const before = await rowsOfEachTable()
    for (const { url } of refused) {
      const form = { _csrf: token, _form: randomUUID() }
      const answer = await app.sendBare(filled(url, ids), form, role)
      expect([answer.status, answer.h1], url).toEqual([403, 'You cannot open this page'])
    }
    expect(await rowsOfEachTable()).toEqual(before)
  })
})

/** What the record holds; who was refused is written down, and sessions go on. */
async function rowsOfEachTable(): Promise<Record<string, number>> {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public'`.execute(app.db)
  const counts: Record<string, number> = {}
  for (const { name } of rows) {
    if (name === 'sessions' || name.startsWith('audit')) continue
    const counted = await app.inService(scope =>
      sql<{ count: number }>`select count(*) as count from ${sql.table(name)}`.execute(scope.db),
    )
    counts[name] = counted.rows[0]?.count ?? 0
  }
  return counts
}

describe('the start', () => {
  const around = { serviceName: 'Test service', isDemonstration: true, assetVersion: 'test' }
  const clock = clockFixedOn(app.today)
  const keys = deriveKeys('a secret of at least thirty-two characters')

  /** A page as it would be if somebody wrote it past the compiler. */
  const declaring = (permission: string): AlongsideRoute[] =>
    routes.slice(0, 1).map(({ page }) => ({
      url: '/new-page',
      page: { ...page, permission: permission as Permission },
    }))

  it('stops at a page without a permission', () => {
    const host = pageHost({ db: app.db, clock, around, keys, isHttps: false })
    const start = () => registerPages(fastify(), declaring(''), host)
    expect(start).toThrow('The page /new-page declares no permission')
  })

  it('stops at a page whose permission the table does not have', () => {
    expect(() => refuseUndeclared(declaring('child.all'))).toThrow('/new-page')
    expect(() => refuseUndeclared(declaring('toString'))).toThrow('/new-page')
    expect(() => refuseUndeclared(pages)).not.toThrow()
  })

  it.each([
    [true, openToAll.inAny],
    [false, [...openToAll.inAny, ...openToAll.withAccounts]],
  ])(
    'has nothing beside the pages but what all may open (demonstration: %s)',
    async (isDemonstration, open) => {
      const registered = await registeredRoutes({ ...around, isDemonstration })
      const ofPages = pages.flatMap(({ url, page }) =>
        page.takesForms ? [`GET ${url}`, `POST ${url}`] : [`GET ${url}`],
      )
      expect(registered.toSorted()).toEqual([...ofPages, ...open].toSorted())
    },
  )

  /** Every route of the application as the framework got it, HEAD left out: it comes with each GET. */
  async function registeredRoutes(surroundings: typeof around): Promise<string[]> {
    const registered: string[] = []
    const listen = (message: unknown) => {
      const { fastify: made } = message as { readonly fastify: FastifyInstance }
      made.addHook('onRoute', ({ method, url }) => {
        for (const one of [method].flat()) if (one !== 'HEAD') registered.push(`${one} ${url}`)
      })
    }
    subscribe('fastify.initialization', listen)
    try {
      const made = await buildApp({
        db: app.db,
        clock,
        around: surroundings,
        sessionSecret,
        oidc: {
          issuer: 'https://identity.example',
          clientId: 'alongside',
          clientSecret: 'secret',
          ownAddress: 'https://alongside.example',
          scope: 'openid',
          groupsClaim: 'groups',
          roles: [],
        },
        isBehindProxy: false,
        isHttps: false,
        logLevel: 'silent',
      })
      await made.close()
    } finally {
      unsubscribe('fastify.initialization', listen)
    }
    return registered
  }
})

describe('the permission table', () => {
  it('is shown to those who manage: every permission in words, every role with its reach', async () => {
    const page = await app.get('/permission-table', 'team-manager')
    expect(page.h1).toBe('Who may do what')
    const text = page.$('main').text()
    for (const permission of Object.keys(permissions) as Permission[]) {
      expect(text).toContain(permissionWords[permission])
      const row = page
        .$('tr')
        .filter((_, one) => page.$(one).text().includes(permissionWords[permission]))
      const said = row
        .first()
        .find('td')
        .toArray()
        .map(cell => page.$(cell).text().trim())
      expect(said, permission).toEqual(
        roleNames.map(role => (may(role, permission) ? 'Yes' : 'No')),
      )
    }
    expect(text).toContain(reaches['tonights-panel'])
  })

  it('is linked from the foot of their pages, and of nobody else’s', async () => {
    const link = 'a[href="/permission-table"]'
    expect((await app.get('/rules', 'head-of-service')).$(link).length).toBe(1)
    expect((await app.get('/rules', 'case-manager')).$(link).length).toBe(0)
  })
})
