import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { makeDemonstration } from '#demo/make-demonstration.ts'
import { connect } from '#platform/db/connect.ts'
import { startLocalPostgres } from '#platform/db/local-postgres/start-local-postgres.ts'
import { migrateToLatest } from '#platform/db/migrate.ts'
import type { Database } from '#records/schema.ts'
import {
  childrenReferred,
  childrenWithClosedWork,
  childrenWithOpenWork,
  copyChildren,
  copyServices,
} from './grow.ts'

export const today = plainDate('2026-03-02')

/** Closed work is copied to before the demonstration's own years, so that a year's figures do not count it. */
const eightYears = 2922

export type Connection = Readonly<Record<'host' | 'user' | 'database', string>>

export interface Databases {
  readonly postgresVersion: string
  readonly demo: Connection
  /** The service with this many children and referrals in hand at least. */
  readonly large: Connection
  /** The demonstration once more, for the child with ten years of history. */
  readonly longHistory: Connection
  /** Growth by size: other services beside the one measured, or its own closed work. */
  readonly grown: readonly {
    readonly times: number
    readonly others: Connection
    readonly closed: Connection
  }[]
  readonly remove: () => Promise<void>
}

/** Starts a server that writes as surely as in use, with the demonstration and what was grown from it. */
export async function makeDatabases(
  sizes: readonly number[],
  say: (message: string) => void,
): Promise<Databases> {
  const folder = await mkdtemp(path.join(tmpdir(), 'alongside-bench-'))
  // Where this runs as root the server does not, and has to reach the folder, which goes with all that is in it.
  await chmod(folder, 0o755)
  const server = await startLocalPostgres({ dataFolder: folder, log: () => undefined })
  const { host, user, database } = server.connection
  const demo = { host, user, database }
  const remove = async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  const copyOf = async (name: string, grow: (client: Client) => Promise<void>) => {
    say(`Making the database ${name}`)
    await asOwner({ ...demo, database: 'postgres' }, async client => {
      await client.query(`create database ${name} template ${database} owner ${user}`)
    })
    await asOwner({ ...demo, database: name }, grow)
    return { ...demo, database: name }
  }
  try {
    await fill(demo)
    const large = await copyOf('large', makeLarge)
    const longHistory = await copyOf('long_history', () => Promise.resolve())
    const grown = []
    for (const times of sizes) {
      const others = await copyOf(`others_${times}`, client => copyServices(client, times))
      const closed = await copyOf(`closed_${times}`, client =>
        copyChildren(client, {
          children: childrenWithClosedWork,
          times,
          tag: 'closed',
          daysBefore: eightYears,
        }),
      )
      grown.push({ times, others, closed })
    }
    return { postgresVersion: server.version, demo, large, longHistory, grown, remove }
  } catch (error) {
    await remove()
    throw error
  }
}

async function fill(demo: Connection): Promise<void> {
  const db = connect<Database>({ ...demo, ssl: false })
  try {
    await migrateToLatest(db)
    await makeDemonstration(db, { seed: 1, today })
  } finally {
    await db.destroy()
  }
  await asOwner(demo, async client => {
    await client.query('vacuum analyze')
  })
}

/** At least 600 children with open work, then at least 600 referrals in hand. */
async function makeLarge(client: Client): Promise<void> {
  for (const [tag, children] of [
    ['work', childrenWithOpenWork],
    ['referral', childrenReferred],
  ] as const) {
    const times = Math.ceil(600 / (await count(client, children)))
    await copyChildren(client, {
      children: `select distinct id from (${children}) as c`,
      times,
      tag,
      daysBefore: 0,
    })
  }
}

/** How many rows a statement gives, of all services together. */
export async function countIn(connection: Connection, statement: string): Promise<number> {
  let counted = 0
  await asOwner(connection, async client => {
    counted = await count(client, statement)
  })
  return counted
}

async function count(client: Client, statement: string): Promise<number> {
  const { rows } = await client.query<{ count: string }>(
    `select count(*) from (${statement}) as counted`,
  )
  return Number(rows[0]?.count)
}

/** Connects as the server's own account, which may copy rows without the checks that people's writes go through. */
export async function asOwner(
  connection: Connection,
  work: (client: Client) => Promise<void>,
): Promise<void> {
  const client = new Client({ ...connection, user: 'postgres', ssl: false })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
