import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Kysely } from 'kysely'
import packageJson from '../../package.json' with { type: 'json' }
import { buildApp } from '#app'
import type { Config } from '#config'
import { makeDemonstration } from '#demo/make-demonstration.ts'
import { startSealing } from '#records/audit-chain/start-sealing.ts'
import type { Database } from '#records/schema.ts'
import { listServices } from '#records/services.ts'
import { clockOf } from './clock.ts'
import { openDatabase, say, type OpenDatabase } from './database.ts'
import { standardSeed } from './demo.ts'
import { singleSignOnOf } from './single-sign-on.ts'

/** Serves; an empty database gets the demonstration first. */
export async function start(config: Config): Promise<void> {
  const opened = await openDatabase(config)
  if ((await listServices(opened.db)).length === 0) {
    say('The database is empty: making the invented service …')
    await makeDemonstration(opened.db, { seed: standardSeed, today: clockOf(config).today() })
  }
  await serveOpened(opened, config)
}

/** Serves what the database holds, until the process is told to stop. */
export async function serve(config: Config): Promise<void> {
  await serveOpened(await openDatabase(config), config)
}

async function serveOpened({ db, close }: OpenDatabase, config: Config): Promise<void> {
  const around = await surroundings(db)
  if (config.ALONGSIDE_TODAY !== null && !around.isDemonstration) {
    await close()
    throw new Error(
      'ALONGSIDE_TODAY is for the demonstration only: take it away to serve real records.',
    )
  }
  const app = await buildApp({
    db,
    clock: clockOf(config),
    around,
    sessionSecret: await sessionSecret(config),
    oidc: singleSignOnOf(config),
    isBehindProxy: config.ALONGSIDE_PROXY,
    isHttps: config.ALONGSIDE_HTTPS,
    logLevel: config.LOG_LEVEL,
  })
  try {
    await app.listen({ port: config.PORT, host: config.HOST })
  } catch (error) {
    await close()
    throw new Error(cannotListen(error, config), { cause: error })
  }
  const sealing = startSealing(db, {
    onError: error => app.log.error({ err: error }, 'the audit could not be sealed'),
  })
  say(`Alongside is ready: ${addressOf(app, config)}`)
  await untilToldToStop()
  say('Stopping …')
  await app.close()
  await sealing.stop()
  await close()
}

function addressOf(app: FastifyInstance, config: Config): string {
  const address = app.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : config.PORT
  const host = config.HOST === '0.0.0.0' || config.HOST === '127.0.0.1' ? 'localhost' : config.HOST
  return `http://${host}:${port}`
}

function cannotListen(error: unknown, config: Config): string {
  const inUse = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
  return inUse
    ? `Port ${config.PORT} is taken by another program. Choose another: PORT=${config.PORT + 1} npm start`
    : `Cannot serve on ${config.HOST}:${config.PORT}.`
}

async function surroundings(db: Kysely<Database>) {
  const services = await listServices(db)
  return {
    serviceName: services.length === 1 ? (services[0]?.name ?? '') : 'Youth justice services',
    isDemonstration: services.length > 0 && services.every(service => service.isDemonstration),
    assetVersion: packageJson.version,
  }
}

/** The secret that signs session cookies: set, or made once and kept where only this account can read it. */
async function sessionSecret(config: Config): Promise<string> {
  if (config.ALONGSIDE_SECRET !== null) return config.ALONGSIDE_SECRET
  const file = join(config.ALONGSIDE_DATA, 'session-secret')
  try {
    return await readFile(file, 'utf8')
  } catch {
    const secret = randomBytes(32).toString('hex')
    await mkdir(config.ALONGSIDE_DATA, { recursive: true })
    await writeFile(file, secret, { mode: 0o600 })
    return secret
  }
}

function untilToldToStop(): Promise<void> {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}
