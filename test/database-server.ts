import path from 'node:path'
import { Client, DatabaseError } from 'pg'
import { refuseUnboundRole } from '#platform/db/bound-role.ts'
import { connect } from '#platform/db/connect.ts'
import { bundledBinariesFolder } from '#platform/db/local-postgres/bundled-binaries.ts'
import { systemBinariesFolders } from '#platform/db/local-postgres/find-binaries.ts'
import { startLocalPostgres } from '#platform/db/local-postgres/start-local-postgres.ts'
import { migrateToLatest } from '#platform/db/migrate.ts'

/** Speed for safety: what a test writes is thrown away. */
const UNSAFE_AND_FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/** One at a time may look whether the template is there and make it. */
const TEMPLATE_LOCK = 4_711

const INSUFFICIENT_PRIVILEGE = '42501'

/** The address of a database on the run's server, which is started when this is the first to ask. */
export async function serverAddress(runFolder: string): Promise<(database: string) => string> {
  const given = process.env['TEST_DATABASE_URL']
  if (given !== undefined && given !== '') return database => withDatabase(given, database)
  // Nothing in a test stops it: the global setup does when the run is over.
  const { connection } = await startLocalPostgres({
    dataFolder: runFolder,
    binariesFolder: wantedBinaries(),
    settings: UNSAFE_AND_FAST,
    log: () => undefined,
  })
  const host = encodeURIComponent(connection.host)
  return database => `postgres://${connection.user}@localhost/${database}?host=${host}`
}

/** Makes the run's template, once: an empty database with all migrations. Returns its name. */
export async function migratedTemplate(
  runFolder: string,
  address: (database: string) => string,
): Promise<string> {
  const name = templateOf(runFolder)
  await onServer(address('postgres'), async client => {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK])
    const found = await client.query('select from pg_database where datname = $1', [name])
    if (found.rowCount === 0) await makeTemplate(client, name, address)
  })
  return name
}

async function makeTemplate(
  client: Client,
  name: string,
  address: (database: string) => string,
): Promise<void> {
  const half = `${name}_half`
  await dropDatabase(client, half)
  await client.query(`create database ${half} encoding 'UTF8' template template0`)
  const db = connect<unknown>({ connectionString: address(half) })
  try {
    await refuseUnboundRole(db)
    await migrateToLatest(db)
  } finally {
    await db.destroy()
  }
  await client.query(`alter database ${half} rename to ${name}`)
}

/** Removes what the run made on a server that was given; its own server goes with its folder. */
export async function dropRun(runFolder: string): Promise<void> {
  const given = process.env['TEST_DATABASE_URL']
  if (given === undefined || given === '') return
  await onServer(withDatabase(given, 'postgres'), client =>
    dropDatabase(client, templateOf(runFolder)),
  )
}

/**
 * Drops a database, if it is there, and ends the connections to it. PostgreSQL's own cleaner may be at work in it, and a role that is no
 * superuser may not end that one by force; a drop without force sends it away.
 */
export async function dropDatabase(client: Client, name: string): Promise<void> {
  try {
    await client.query(`drop database if exists ${name} with (force)`)
  } catch (refusal) {
    if (!(refusal instanceof DatabaseError) || refusal.code !== INSUFFICIENT_PRIVILEGE) {
      throw refusal
    }
    await client.query(`drop database if exists ${name}`)
  }
}

export async function onServer(
  address: string,
  work: (client: Client) => Promise<void>,
): Promise<void> {
  const client = new Client({ connectionString: address })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

function templateOf(runFolder: string): string {
  const run = path.basename(runFolder).toLowerCase()
  return `template_${run.replaceAll(/[^a-z0-9]/g, '_')}`
}

function withDatabase(given: string, database: string): string {
  const url = new URL(given)
  url.pathname = `/${database}`
  return url.href
}

function wantedBinaries(): string | undefined {
  const wanted = process.env['ALONGSIDE_TEST_POSTGRES'] ?? ''
  if (wanted === '') return undefined
  const folders: Record<string, string | undefined> = {
    system: systemBinariesFolders()[0],
    bundled: bundledBinariesFolder(),
  }
  const folder = folders[wanted]
  if (folder === undefined) {
    throw new Error(`ALONGSIDE_TEST_POSTGRES=${wanted}: there is no such PostgreSQL here`)
  }
  return folder
}
