import { sql, type Kysely } from 'kysely'

/** Chronologies go along when two records of a child are merged, and none is begun in a record that was merged into another. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`select moves_with_child('chronologies', 'child_id')`.execute(db)
}
