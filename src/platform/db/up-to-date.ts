import { sql, type Kysely } from 'kysely'
import { knownMigrations } from './migrate.ts'

/** True when the database answers and every migration there is was run in it. */
export async function isUpToDate<Tables>(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql<{ name: string }>`select name from migrations`.execute(db)
  const done = new Set(rows.map(({ name }) => name))
  return (await knownMigrations()).every(name => done.has(name))
}
