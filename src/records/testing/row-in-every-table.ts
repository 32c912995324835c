import { sql, type Kysely } from 'kysely'
import type { Database } from '../schema.ts'
import type { Scope } from '../scope.ts'

export interface ServiceTable {
  readonly name: string
  /** Columns that a row has to be given, but for the service. */
  readonly columns: readonly { readonly name: string; readonly type: string }[]
}

/** Every table with a service's records, from the database's own catalogue. */
export async function serviceTables(db: Kysely<Database>): Promise<ServiceTable[]> {
  const { rows } = await sql<ServiceTable>`
    select c.relname as name, coalesce(
      jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, null)))
        filter (where a.attnotnull and not a.atthasdef and a.attidentity = '' and a.attname <> 'service_id'), '[]') as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = current_schema()
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind in ('r', 'p')
    group by c.relname having bool_or(a.attname = 'service_id')
    order by c.relname`.execute(db)
  return rows
}

/** Takes references and conditions away, so that any table can be given a row that makes no sense. */
export async function dropConditions(db: Kysely<Database>): Promise<void> {
  await sql`
    do $$ declare one record; begin
      for one in select conrelid::regclass as records, conname from pg_constraint
        where contype in ('f', 'c') and connamespace = current_schema()::regnamespace
      loop execute format('alter table %s drop constraint %I', one.records, one.conname); end loop;
    end $$`.execute(db)
}

const valueOf: Readonly<Record<string, string>> = {
  uuid: 'gen_random_uuid()',
  text: 'gen_random_uuid()::text',
  'text[]': `'{}'`,
  date: `'2026-03-02'`,
  integer: '1',
  bigint: '1',
  boolean: 'true',
  jsonb: `'{}'`,
  'timestamp with time zone': `'2026-03-02T10:00:00Z'`,
}

/** Inserts a row of a service, which need not be the scope's. @throws Error for a type of column that has no example here */
export async function insertAnyRow(
  { db }: Scope,
  { name, columns }: ServiceTable,
  serviceId: string,
): Promise<void> {
  const values = columns.map(column => {
    const value = valueOf[column.type]
    if (value === undefined) throw new Error(`Give an example of the type ${column.type}`)
    return value
  })
  const names = ['service_id', ...columns.map(column => column.name)].map(one => sql.ref(one))
  await sql`insert into ${sql.table(name)} (${sql.join(names)})
    values (${sql.join([sql`${serviceId}::uuid`, ...values.map(value => sql.raw(value))])})`.execute(
    db,
  )
}
