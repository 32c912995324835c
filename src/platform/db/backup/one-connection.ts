import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { ConnectionSettings } from '#platform/db/connect.ts'

export interface OneConnection {
  readonly client: pg.Client
  /** The same connection: its transaction is the client's. */
  readonly db: Kysely<unknown>
}

/** Rows are read and written the same way whatever the server's and the account's settings are. */
const settingsOfTransaction = `
  set local statement_timeout = 0;
  set local idle_in_transaction_session_timeout = 0;
  set local timezone = 'UTC';
  set local datestyle = 'ISO, YMD';
  set local intervalstyle = 'postgres';
  set local extra_float_digits = 1;
  set local bytea_output = 'hex';`

/** Gives the transaction under way the settings that copying needs. */
export async function setForCopying(client: pg.ClientBase): Promise<void> {
  await client.query(settingsOfTransaction)
}

/** Opens one connection for `work` alone, where COPY and the migrator can share a transaction. */
export async function withOneConnection<Result>(
  settings: ConnectionSettings,
  work: (connection: OneConnection) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client(settings)
  // A connection that breaks also fails the statement under way, which is where it is told.
  client.on('error', () => undefined)
  await client.connect()
  try {
    const result = await work({ client, db: kyselyOver(client) })
    await client.end()
    return result
  } catch (error) {
    // A COPY that broke off may leave the connection in the middle of its rows: no farewell is possible.
    client.connection.stream.destroy()
    throw error
  }
}

function kyselyOver(client: pg.Client): Kysely<unknown> {
  const lent = Object.assign(client, { release: () => undefined })
  const pool = { options: {}, connect: async () => lent, end: async () => undefined }
  return new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
}
