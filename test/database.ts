import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { afterAll, inject } from 'vitest'
import { connect, type ConnectionSettings } from '#platform/db/connect.ts'
import type { Database } from '#records/schema.ts'
import { dropDatabase, migratedTemplate, onServer, serverAddress } from './database-server.ts'

export type TestDatabase = {
  /** For `connect()` and for `pg` */
  readonly connection: ConnectionSettings & { readonly connectionString: string }
  /** The same as an address, for DATABASE_URL */
  readonly url: string
}

/**
 * A database of its own with every migration and nothing in it, on a real PostgreSQL. Call it at the top of a
 * test file, `const database = await testDatabase()`: it is dropped after the file's own `afterAll`, where
 * the connections to it should be closed.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const runFolder = inject('testRunFolder')
  const address = await serverAddress(runFolder)
  const template = await migratedTemplate(runFolder, address)
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await onServer(address('postgres'), async client => {
    await client.query(`create database ${name} template ${template}`)
  })
  afterAll(() => onServer(address('postgres'), client => dropDatabase(client, name)))
  return { connection: { connectionString: address(name) }, url: address(name) }
}

/**
 * Connections that stand in one service outside of any scope too, as a test that looks at what was written wants it. The application
 * itself never has such: its connections see nothing until a scope says whose.
 */
export function connectWithin<Tables = Database>(
  { connection }: { readonly connection: ConnectionSettings },
  serviceId: string,
): Kysely<Tables> {
  return connect<Tables>({ ...connection, options: `-c alongside.service_id=${serviceId}` })
}
