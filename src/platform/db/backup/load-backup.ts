import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { ConnectionSettings } from '#platform/db/connect.ts'
import { knownMigrations, migrateTo, migrateToLatest } from '#platform/db/migrate.ts'
import { BackupError } from './backup-error.ts'
import { openSections, type BackupFile } from './backup-file.ts'
import { migratorTables, readTables } from './catalogue.ts'
import { claimEmptyDatabase } from './empty-database.ts'
import type { BackedUpTable, Header } from './header.ts'
import { setForCopying, withOneConnection } from './one-connection.ts'
import type { Sections } from './sections.ts'
import { withoutObstacles } from './set-aside.ts'

export interface Restored {
  /** Migrations newer than the file, run on what it held */
  readonly migrated: readonly string[]
}

/**
 * Fills an empty database from a checked backup and brings it up to date: all of it, or nothing when anything
 * fails.
 *
 * @throws BackupError when the database is not empty
 */
export async function loadBackup(
  settings: ConnectionSettings,
  file: BackupFile,
): Promise<Restored> {
  const { migrations } = file.header
  const known = await knownMigrations()
  return await withOneConnection(settings, async ({ client, db }) => {
    const migrated = await db.transaction().execute(async trx => {
      await setForCopying(client)
      await claimEmptyDatabase(client, migrations, known)
      await migrateTo(trx, migrations.at(-1) ?? '')
      await withoutObstacles(client, () => copyTables(client, file))
      await setSequences(client, file.header)
      return await migrateToLatest(trx)
    })
    // The server would plan its first queries as if every table were still empty.
    await client.query('analyze')
    return { migrated }
  })
}

async function copyTables(client: pg.Client, file: BackupFile): Promise<void> {
  await emptyTables(client)
  const sections = await openSections(file)
  for (const table of file.header.tables) await copyTable(client, table, sections)
  if (!(await sections.isAtEnd())) throw misfit('more than its header names')
}

/** The migrations themselves may have written rows, which the file holds too. */
async function emptyTables(client: pg.Client): Promise<void> {
  const tables = (await readTables(client)).filter(({ name }) => !migratorTables.includes(name))
  const names = tables.map(({ name }) => client.escapeIdentifier(name)).join(', ')
  await client.query(`truncate ${names}`)
}

async function copyTable(
  client: pg.Client,
  { name, columns, rows }: BackedUpTable,
  sections: Sections,
): Promise<void> {
  if ((await sections.line()) !== JSON.stringify({ table: name })) throw misfit(`no ${name}`)
  const list = columns.map(column => client.escapeIdentifier(column)).join(', ')
  const copying = client.query(
    copyFrom(`copy ${client.escapeIdentifier(name)} (${list}) from stdin`),
  )
  await pipeline(sections.rows(), copying)
  if (copying.rowCount !== rows) throw misfit(`${copying.rowCount} rows of ${name}, not ${rows}`)
}

function misfit(found: string): BackupError {
  return new BackupError(`The file does not fit its own header: ${found}. Nothing was written.`)
}

/** Unlike `setval`, this is undone when the transaction is. */
async function setSequences(client: pg.Client, { sequences }: Header): Promise<void> {
  for (const { name, next } of sequences) {
    await client.query(`alter sequence ${client.escapeIdentifier(name)} restart with ${next}`)
  }
}
