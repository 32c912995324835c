import { load } from 'cheerio'
import fastify, { type FastifyInstance } from 'fastify'
import type { Kysely } from 'kysely'
import { buildApp } from '#app'
import { clockFixedOn } from '#platform/clock.ts'
import { connect } from '#platform/db/connect.ts'
import type { Database } from '#records/schema.ts'
import { today, type Connection } from './databases.ts'

const form = { 'content-type': 'application/x-www-form-urlencoded' }

/** The application on one database, on a port, as it is in use. */
export interface RunningApp {
  readonly connection: Connection
  readonly db: Kysely<Database>
  readonly port: number
  readonly get: (path: string, cookie: string) => Promise<string>
  /** Answers without the wire. */
  readonly ask: (asked: Asked) => Promise<void>
  /** Signs a person in, once for each connection. */
  readonly signIn: (staffId: string, connections: number) => Promise<string[]>
  readonly close: () => Promise<void>
}

interface Asked {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly cookie: string
  readonly body: string
}

export async function runApp(connection: Connection): Promise<RunningApp> {
  const db = connect<Database>({ ...connection, ssl: false })
  const app = await buildApp({
    db,
    clock: clockFixedOn(today),
    around: { serviceName: 'Measured service', isDemonstration: true, assetVersion: 'bench' },
    sessionSecret: 'a secret of at least thirty-two characters',
    oidc: null,
    isBehindProxy: false,
    isHttps: false,
    logLevel: 'silent',
  })
  const port = await listen(app)
  return {
    connection,
    db,
    port,
    get: async (url, cookie) => (await app.inject({ url, headers: { cookie } })).body,
    ask: async ({ method, path, cookie, body }) => {
      const headers = { cookie, ...(method === 'POST' && form) }
      const answer = await app.inject({ method, url: path, headers, payload: body })
      if (answer.statusCode >= 400) throw new Error(`${path} answered ${answer.statusCode}`)
    },
    signIn: async (staffId, connections) => {
      const cookies: string[] = []
      for (let one = 0; one < connections; one += 1) cookies.push(await signIn(app, staffId))
      return cookies
    },
    close: async () => {
      await app.close()
      await db.destroy()
    },
  }
}

/** The same framework with nothing to do: a page of that many bytes that is always the same. */
export async function runBarePage(bytes: number) {
  const app = fastify({ logger: false })
  const text = 'x'.repeat(bytes)
  app.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').send(text))
  return { port: await listen(app), close: () => app.close() }
}

async function listen(app: FastifyInstance): Promise<number> {
  await app.listen({ host: '127.0.0.1', port: 0 })
  const address = app.server.address()
  if (typeof address !== 'object' || address === null) throw new Error('There is no port')
  return address.port
}

/** The forgery token of a page's form: it holds for the whole session. */
export function tokenIn(body: string): string {
  return load(body)('input[name=_csrf]').first().attr('value') ?? ''
}

async function signIn(app: FastifyInstance, staffId: string): Promise<string> {
  const opened = await app.inject({ url: '/sign-in' })
  const payload = new URLSearchParams({ _csrf: tokenIn(opened.body), staffId }).toString()
  const headers = { cookie: cookieOf(opened.cookies), ...form }
  return cookieOf((await app.inject({ method: 'POST', url: '/sign-in', payload, headers })).cookies)
}

function cookieOf(cookies: readonly { readonly name: string; readonly value: string }[]): string {
  const found = cookies.find(one => one.name === 'alongside')
  if (found === undefined) throw new Error('No session cookie came back')
  return `${found.name}=${encodeURIComponent(found.value)}`
}
