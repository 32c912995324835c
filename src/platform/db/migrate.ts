import { readdir } from 'node:fs/promises'
import type { Kysely } from 'kysely'
import { Migrator, type Migration, type MigrationResultSet } from 'kysely/migration'

const folder = new URL('../../../migrations/', import.meta.url)

/**
 * Brings the database to the newest shape, forward only; returns the names of the migrations that were run.
 *
 * Two servers that start at once wait for each other: the migrator holds a lock in the database.
 *
 * @throws Error whose cause is the migration's own; what it had done is rolled back
 */
export async function migrateToLatest<Tables>(db: Kysely<Tables>): Promise<string[]> {
  return namesOrThrow(await migratorOf(db).migrateToLatest())
}

/**
 * Brings the database forward up to and including the migration named; returns the names of those that were
 * run. Does nothing where that migration was run before.
 *
 * @throws the migration's own error, or one that says there is no such migration
 */
export async function migrateTo<Tables>(db: Kysely<Tables>, name: string): Promise<string[]> {
  const migrator = migratorOf(db)
  const wanted = (await migrator.getMigrations()).find(migration => migration.name === name)
  // The migrator would go back to it, past what came later.
  if (wanted?.executedAt !== undefined) return []
  return namesOrThrow(await migrator.migrateTo(name))
}

/** The names of all migrations there are, oldest first. */
export async function knownMigrations(): Promise<string[]> {
  return Object.keys(await readMigrations())
}

function migratorOf<Tables>(db: Kysely<Tables>): Migrator {
  return new Migrator({
    db: db.withoutPlugins(),
    provider: { getMigrations: readMigrations },
    migrationTableName: 'migrations',
    migrationLockTableName: 'migrations_lock',
  })
}

function namesOrThrow({ error, results }: MigrationResultSet): string[] {
  if (error instanceof Error) throw error
  if (error !== undefined) throw new Error('A migration failed', { cause: error })
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
