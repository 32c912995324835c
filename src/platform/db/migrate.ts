import { readdir } from 'node:fs/promises'
import type { Kysely } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'

const folder = new URL('../../../migrations/', import.meta.url)

/**
 * Brings the database to the newest shape, forward only; returns the names of the migrations that were run.
 *
 * Two servers that start at once wait for each other: the migrator holds a lock in the database.
 *
 * @throws Error whose cause is the migration's own; what it had done is rolled back
 */
export async function migrateToLatest<Tables>(db: Kysely<Tables>): Promise<string[]> {
  const migrator = new Migrator({
    db: db.withoutPlugins(),
    provider: { getMigrations: readMigrations },
    migrationTableName: 'migrations',
    migrationLockTableName: 'migrations_lock',
  })
  const { error, results } = await migrator.migrateToLatest()
  if (error !== undefined)
    throw new Error('The database could not be brought up to date', { cause: error })
  return (results ?? []).map(result => result.migrationName)
}

async function readMigrations(): Promise<Record<string, Migration>> {
  const names = (await readdir(folder)).filter(name => /^\d{4}-.*\.ts$/.test(name)).toSorted()
  const entries = names.map(async name => {
    const migration = (await import(new URL(name, folder).href)) as Migration
    return [name.replace(/\.ts$/, ''), migration] as const
  })
  return Object.fromEntries(await Promise.all(entries))
}
