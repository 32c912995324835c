import { sql, type Kysely } from 'kysely'
import { leftOut, migratorTables } from './catalogue.ts'

export interface TableFingerprint {
  readonly rows: number
  /** The same for the same rows in any order, on every version of PostgreSQL */
  readonly hash: string
}

/**
 * What the database holds, in a form that can be compared: by table, without those that a backup leaves out.
 * Each table is read whole, all at one moment.
 */
export async function databaseFingerprint<Tables>(
  db: Kysely<Tables>,
): Promise<Record<string, TableFingerprint>> {
  return await db
    .withoutPlugins()
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async trx => {
      await sql`select set_config(name, value, true) from (values
        ('statement_timeout', '0'), ('timezone', 'UTC'), ('datestyle', 'ISO, YMD'),
        ('intervalstyle', 'postgres'), ('extra_float_digits', '1'), ('bytea_output', 'hex'),
        ('row_security', 'off')
      ) as wanted (name, value)`.execute(trx)
      const prints: Record<string, TableFingerprint> = {}
      for (const name of await tableNames(trx)) prints[name] = await fingerprint(trx, name)
      return prints
    })
}

async function tableNames<Tables>(db: Kysely<Tables>): Promise<string[]> {
  const without = [...migratorTables, ...leftOut.map(({ table }) => table)]
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class c
    join pg_namespace n on n.oid = relnamespace and nspname = current_schema()
    where relkind in ('r', 'p') and not relispartition and relname <> all(${without}::text[])
    order by relname collate "C"`.execute(db)
  return rows.map(row => row.name)
}

/** A sum does not mind the order; the text of a row holds every column, ids of history and audit included. */
async function fingerprint<Tables>(db: Kysely<Tables>, name: string): Promise<TableFingerprint> {
  const { rows } = await sql<{ rows: string; hash: string }>`
    select count(*)::text as rows,
           coalesce(sum(('x' || left(encode(sha256(convert_to(t::text, 'UTF8')), 'hex'), 16))::bit(64)::bigint::numeric), 0)::text as hash
    from ${sql.table(name)} t`.execute(db)
  const [row] = rows
  return { rows: Number(row?.rows), hash: row?.hash ?? '' }
}
