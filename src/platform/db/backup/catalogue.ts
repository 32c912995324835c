import type pg from 'pg'
import type { Header } from './header.ts'

/** The migrator's own tables: their content is made anew by the migrations, whose names are in the header. */
export const migratorTables: readonly string[] = ['migrations', 'migrations_lock']

/** Tables whose rows a backup does not hold. */
export const leftOut: Header['leftOut'] = [
  { table: 'sessions', because: 'nobody stays signed in across a restore' },
  { table: 'sign_in_attempts', because: 'they count for minutes only' },
]

export interface TableShape {
  readonly name: string
  readonly columns: string[]
}

/**
 * Every table of the current schema, by name. Columns that PostgreSQL computes itself are not among theirs, nor are the numbers of
 * transactions: they mean nothing on another server, which fills in its own.
 */
export async function readTables(client: pg.ClientBase): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape>(`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = current_schema()
    join pg_attribute a on a.attrelid = c.oid
    where c.relkind in ('r', 'p') and not c.relispartition
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.atttypid <> 'xid8'::regtype
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    group by c.relname
    order by c.relname collate "C"`)
  return rows
}

/** The tables whose rows a backup holds. */
export function keptTables(tables: readonly TableShape[]): TableShape[] {
  const without = new Set([...migratorTables, ...leftOut.map(left => left.table)])
  return tables.filter(table => !without.has(table.name))
}

/** The names of the migrations that were run, oldest first. */
export async function readMigrationNames(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    'select name from migrations order by name collate "C"',
  )
  return rows.map(row => row.name)
}

/** The number that each used sequence gives out next. */
export async function readSequences(client: pg.ClientBase): Promise<Header['sequences']> {
  const { rows } = await client.query<Header['sequences'][number]>(`
    select sequencename as name, (last_value + increment_by)::text as next
    from pg_sequences
    where schemaname = current_schema() and last_value is not null
    order by sequencename collate "C"`)
  return rows
}
