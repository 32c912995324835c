import { sql, type Kysely } from 'kysely'

/** A list of children says who works with each; without this every child listed would cost a look at all allocations. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`create index allocations_by_child on allocations (service_id, child_id)`.execute(db)
}
