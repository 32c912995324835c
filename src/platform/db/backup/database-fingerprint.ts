import { sql, type Kysely } from 'kysely'
import { leftOut, migratorTables } from './catalogue.ts'
import { sourcesOfEveryRow } from './every-row.ts'

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
        ('intervalstyle', 'postgres'), ('extra_float_digits', '1'), ('bytea_output', 'hex')
      ) as wanted (name, value)`.execute(trx)
      const prints: Record<string, TableFingerprint> = {}
      const sourceOf = await sourcesOfEveryRow(query => sql.raw<never>(query).execute(trx))
      for (const { name, columns } of await shapes(trx)) {
        prints[name] = await fingerprint(trx, columns, sourceOf(name))
      }
      return prints
    })
}

/** Without the numbers of transactions, which every server has its own of. */
async function shapes<Tables>(db: Kysely<Tables>) {
  const without = [...migratorTables, ...leftOut.map(({ table }) => table)]
  const { rows } = await sql<{ name: string; columns: string[] }>`
    select relname as name, array_agg(attname::text order by attnum) as columns
    from pg_class c
    join pg_namespace n on n.oid = relnamespace and nspname = current_schema()
    join pg_attribute a on a.attrelid = c.oid and attnum > 0 and not attisdropped and atttypid <> 'xid8'::regtype
    where relkind in ('r', 'p') and not relispartition and relname <> all(${without}::text[])
    group by relname order by relname collate "C"`.execute(db)
  return rows
}

/** A sum does not mind the order; the text of a row holds every column, ids of history and audit included. */
async function fingerprint<Tables>(
  db: Kysely<Tables>,
  columns: readonly string[],
  source: string,
): Promise<TableFingerprint> {
  const list = sql.join(columns.map(column => sql.ref(column)))
  const { rows } = await sql<{ rows: string; hash: string }>`
    select count(*)::text as rows,
           coalesce(sum(('x' || left(encode(sha256(convert_to(r::text, 'UTF8')), 'hex'), 16))::bit(64)::bigint::numeric), 0)::text as hash
    from (select ${list} from ${sql.raw(source)}) r`.execute(db)
  const [row] = rows
  return { rows: Number(row?.rows), hash: row?.hash ?? '' }
}
