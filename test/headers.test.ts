import { request as httpRequest } from 'node:http'
import { connect as openSocket } from 'node:net'
import { afterAll, describe, expect, it } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { buildApp, type AppOptions } from '#app'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { clockFixedOn } from '#platform/clock.ts'
import { connect } from '#platform/db/connect.ts'
import { closeWithin, longestUrl } from '#platform/http/limits.ts'
import type { Database } from '#records/schema.ts'
import { aService, aStaffMember } from './builders.ts'
import { testDatabase } from './database.ts'

const { connection } = await testDatabase()
const db = connect<Database>(connection)
await aStaffMember(db, await aService(db), {})
const made: FastifyInstance[] = []
afterAll(async () => {
  await Promise.all(made.map(app => app.close()))
  await db.destroy()
})

async function anApp(values: Partial<AppOptions> = {}): Promise<FastifyInstance> {
  const app = await buildApp({
    db,
    clock: clockFixedOn(plainDate('2026-03-02')),
    around: { serviceName: 'Test service', isDemonstration: true, assetVersion: 'test' },
    sessionSecret: 'a secret of at least thirty-two characters',
    oidc: null,
    isBehindProxy: false,
    isHttps: false,
    logLevel: 'silent',
    ...values,
  })
  made.push(app)
  return app
}

const notReachable = () =>
  connect<Database>({ host: '127.0.0.1', port: 1, connectionTimeoutMillis: 1000 })

describe('every answer', () => {
  const answers = {
    'a page': { url: '/sign-in' },
    'a redirect': { url: '/my-work' },
    'a page that is not there': { url: '/no-such-page' },
    'an address that cannot be read': { url: '/children/%ZZ' },
    'an address with too long a part': { url: `/children/${'a'.repeat(300)}` },
    'an address that is too long': { url: `/children?q=${'a'.repeat(longestUrl)}` },
    'a forged form': { method: 'POST', url: '/sign-in', payload: { _csrf: 'forged' } },
    'a body that cannot be read': {
      method: 'POST',
      url: '/sign-in',
      payload: '{',
      headers: { 'content-type': 'application/json' },
    },
    'a body of a kind that nobody asked for': {
      method: 'POST',
      url: '/sign-in',
      payload: '<a/>',
      headers: { 'content-type': 'application/xml' },
    },
    'a body that is too long': {
      method: 'POST',
      url: '/sign-in',
      payload: `name=${'a'.repeat(1_000_001)}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    },
    'a failure of ours': { url: '/planted-failure' },
    'a machine’s question': { url: '/healthz' },
  } as const
  const expected: Partial<Record<keyof typeof answers, number>> = {
    'a page': 200,
    'a redirect': 303,
    'an address that is too long': 414,
    'a forged form': 403,
    'a body that cannot be read': 400,
    'a body of a kind that nobody asked for': 415,
    'a body that is too long': 413,
    'a failure of ours': 500,
    'a machine’s question': 200,
  }

  it.each(Object.entries(answers))(
    '%s: strict, unsniffed and kept by nobody',
    async (name, ask) => {
      const app = await anApp()
      app.get('/planted-failure', () => {
        throw new Error('planted')
      })
      const { statusCode, headers, body } = await app.inject(ask)
      expect(statusCode).toBe(expected[name as keyof typeof answers] ?? 404)
      const policy = String(headers['content-security-policy'])
      expect(policy).toContain("default-src 'self'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toContain('unsafe')
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['cache-control']).toBe('no-store')
      expect(headers['referrer-policy']).toBe('same-origin')
      expect(headers['x-powered-by']).toBeUndefined()
      expect(body).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|%ZZ|planted/u)
    },
  )

  it('of a style is strict too, but may be kept: it names nobody', async () => {
    const app = await anApp()
    const style = await app.inject({ url: '/assets/alongside/alongside.css' })
    const { headers } = style
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['content-security-policy']).toContain("default-src 'self'")
    expect(headers['cache-control']).toBe('public, max-age=3600')
    expect(style.statusCode).toBe(200)
    const missing = await app.inject({ url: '/assets/alongside/nothing.css' })
    expect([missing.statusCode, missing.headers['cache-control']]).toEqual([404, 'no-store'])
  })

  it('is kept by nobody also when the session cannot be read', async () => {
    const signedIn = await (await anApp()).inject({ url: '/sign-in' })
    const cookie = signedIn.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
    const away = notReachable()
    const app = await anApp({ db: away })
    const answer = await app.inject({ url: '/my-work', headers: { cookie: cookie.join('; ') } })
    await away.destroy()
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([500, 'no-store'])
  })
})

describe('the session cookie', () => {
  const cookieOf = async (values: Partial<AppOptions>, headers = {}) => {
    const app = await anApp(values)
    const { cookies } = await app.inject({ url: '/sign-in', headers })
    return cookies.find(({ name }) => name === 'alongside')
  }

  it('is out of reach of scripts and of other sites', async () => {
    expect(await cookieOf({})).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
  })

  it('goes over https alone where people reach Alongside so', async () => {
    const https = { isHttps: true, isBehindProxy: true }
    expect(await cookieOf(https, { 'x-forwarded-proto': 'https' })).toMatchObject({ secure: true })
    expect(await cookieOf(https, { 'x-forwarded-proto': 'http' })).toBeUndefined()
  })
})

describe('readiness', () => {
  const ready = async (values: Partial<AppOptions>) => {
    const { statusCode, body } = await (await anApp(values)).inject({ url: '/readyz' })
    return [statusCode, body]
  }

  it('is there when the database answers and is up to date', async () => {
    expect(await ready({})).toEqual([200, 'ready'])
  })

  it('is not there without a database, and no more is said', async () => {
    const away = notReachable()
    expect(await ready({ db: away })).toEqual([503, 'not ready'])
    expect((await (await anApp({ db: away })).inject({ url: '/healthz' })).body).toBe('ok')
    await away.destroy()
  })

  it('is not there while a migration is missing', async () => {
    const older = connect<Database>((await testDatabase()).connection)
    await sql`delete from migrations where name = (select max(name) from migrations)`.execute(older)
    expect(await ready({ db: older })).toEqual([503, 'not ready'])
    await older.destroy()
  })
})

describe('the stop', () => {
  /** An application that listens, with a page that answers when told to. */
  async function listening() {
    const app = await anApp()
    const finish = Promise.withResolvers<undefined>()
    const begun = Promise.withResolvers<undefined>()
    app.get('/slow', async () => {
      begun.resolve(undefined)
      await finish.promise
      return 'done'
    })
    const address = await app.listen({ port: 0, host: '127.0.0.1' })
    return { app, address, finish: () => finish.resolve(undefined), begun: begun.promise }
  }

  const ask = (url: string) =>
    new Promise<string>((resolve, reject) => {
      httpRequest(url, { agent: false }, response => {
        let body = ''
        response.on('data', (part: Buffer) => (body += part.toString()))
        response.on('end', () => resolve(body))
        response.on('error', reject)
      })
        .on('error', reject)
        .end()
    })

  it('lets a request under way finish and takes no new one', async () => {
    const { app, address, finish, begun } = await listening()
    const slow = ask(`${address}/slow`)
    await begun
    const closed = closeWithin(app, 20_000)
    await expect.poll(() => ask(`${address}/healthz`).catch(() => 'refused')).not.toBe('ok')
    finish()
    expect(await slow).toBe('done')
    await closed
  })

  it('cuts a request that outlasts the limit', async () => {
    const { app, address, finish, begun } = await listening()
    const slow = ask(`${address}/slow`).catch(() => 'cut')
    await begun
    await closeWithin(app, 50)
    expect(await slow).toBe('cut')
    finish()
  })
})

describe('a slow or broken client', () => {
  it('is bounded in time and size at every stage', async () => {
    const { server, initialConfig } = await anApp()
    expect(server.headersTimeout).toBe(10_000)
    expect(server.requestTimeout).toBe(30_000)
    expect(server.timeout).toBe(75_000)
    expect(server.keepAliveTimeout).toBe(65_000)
    expect(initialConfig.bodyLimit).toBe(1_000_000)
  })

  it('that sends no request gets a bare answer, and nothing of it is logged', async () => {
    const lines: string[] = []
    const app = await anApp({ logLevel: 'trace', logTo: { write: line => lines.push(line) } })
    await app.listen({ port: 0, host: '127.0.0.1' })
    const address = app.server.address()
    if (address === null || typeof address === 'string') throw new Error('No port')
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = openSocket(address.port, '127.0.0.1', () =>
        socket.end('Robin Example lives here\r\n\r\n'),
      )
      let got = ''
      socket.on('data', part => (got += part.toString()))
      socket.on('close', () => resolve(got))
      socket.on('error', reject)
    })
    expect(answer).toMatch(/^HTTP\/1\.1 400 /u)
    expect(lines.join('')).not.toContain('Robin')
  })
})
