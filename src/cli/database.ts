import type { Kysely } from 'kysely'
import type { Config } from '#config'
import { refuseUnboundRole } from '#platform/db/bound-role.ts'
import { connect } from '#platform/db/connect.ts'
import type { Reach } from '#platform/jobs/start-timetable.ts'
import { keepLocalPostgresRunning } from '#platform/db/local-postgres/keep-running.ts'
import { migrateToLatest } from '#platform/db/migrate.ts'
import type { Database } from '#records/schema.ts'
import { makeEveryMissingSearchKey } from '#records/search-keys.ts'
import { listServices, type Service } from '#records/services.ts'

export interface OpenDatabase {
  readonly db: Kysely<Database>
  readonly connection: Reach
  /** Closes the connections, and the server too when this process started it. */
  readonly close: () => Promise<void>
}

/** Opens the database that the settings name, brought up to date. @throws Error when its role would not be bound to one service */
export async function openDatabase(config: Config): Promise<OpenDatabase> {
  const server = await findServer(config)
  const db = connect<Database>(server.connection)
  const close = async () => {
    await db.destroy()
    await server.stop()
  }
  try {
    await refuseUnboundRole(db)
    const done = await migrateToLatest(db)
    if (done.length > 0) say(`The database was brought up to date (${done.length} steps).`)
    const keyed = await makeEveryMissingSearchKey(db)
    if (keyed > 0) say(`${keyed} children can be found by the search box now.`)
    return { db, connection: server.connection, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Opens the database, does one thing with it, closes it again. */
export async function withDatabase<Result>(
  config: Config,
  work: (db: Kysely<Database>) => Promise<Result>,
): Promise<Result> {
  const { db, close } = await openDatabase(config)
  try {
    return await work(db)
  } finally {
    await close()
  }
}

/** The server that the settings name, started when it is our own and does not run, and kept running; its database as it is. */
export async function findServer(config: Config) {
  if (config.DATABASE_URL !== null) {
    return { connection: { connectionString: config.DATABASE_URL }, stop: async () => undefined }
  }
  return await keepLocalPostgresRunning({
    dataFolder: config.ALONGSIDE_DATA,
    binariesFolder: config.ALONGSIDE_POSTGRES ?? undefined,
    log: say,
  })
}

/**
 * The service that a command is about: the one named, or the only one there is.
 *
 * @throws Error that says what to do when there is none, or more than one and none named
 */
export async function chooseService(
  db: Kysely<Database>,
  named: string | undefined,
): Promise<Service> {
  const services = await listServices(db)
  const [only] = services
  if (only === undefined) {
    throw new Error(
      'The database holds no service yet. Make the demonstration with: npx alongside demo',
    )
  }
  if (named === undefined && services.length === 1) return only
  const found = services.find(service => service.id === named)
  if (found === undefined) {
    const names = services.map(service => `  ${service.id}  ${service.name}`).join('\n')
    throw new Error(`Say which service with --service ID:\n${names}`)
  }
  return found
}

/** A message for the person at the terminal: never on standard output, which carries results only. */
export function say(message: string): void {
  process.stderr.write(`${message}\n`)
}
