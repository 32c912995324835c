import { createHash } from 'node:crypto'
import { sql, type RawBuilder } from 'kysely'
import type { IdentityValues } from '#domain/merging/identity-fields.ts'
import { lockRow } from '../lock-row.ts'
import type { Scope } from '../scope.ts'
import { childColumns, type ChildColumn } from './child-columns.table.ts'

/** A row that names a child. */
export interface NamingRow {
  readonly table: string
  readonly column: string
  readonly id: string
  readonly childId: string
  /** Ids of the rows that it hangs on. */
  readonly hangsOn: readonly string[]
}

/** Every row that names one of these children in a column of which the rows move with the child: one statement. */
export async function selectRowsNaming(
  scope: Scope,
  childIds: readonly string[],
): Promise<NamingRow[]> {
  const { rows } = await sql<NamingRow>`${sql.join(
    childColumns.map(one => rowsOf(scope, one, childIds)),
    sql` union all `,
  )} order by 1, 2, 3`.execute(scope.db)
  return rows
}

/**
 * Stands for everything that two records hold, so that a page can tell whether one of them changed since it was shown.
 *
 * @returns SHA-256, in hexadecimal
 */
export function fingerprintOf(
  identities: readonly IdentityValues[],
  rows: readonly NamingRow[],
): string {
  const named = rows.map(({ table, column, id, childId }) => [table, column, id, childId])
  return createHash('sha256')
    .update(JSON.stringify([identities, named]))
    .digest('hex')
}

/** Everything that children's own rows say, by the child's id; keys are the columns' names in the database. */
export async function selectIdentities(
  scope: Scope,
  childIds: readonly string[],
): Promise<ReadonlyMap<string, IdentityValues>> {
  const { rows } = await sql<{ id: string; content: string }>`
    select c.id, to_jsonb(c)::text as content from children c
    where c.service_id = ${scope.serviceId} and c.id = any(${[...childIds]}::uuid[])`.execute(
    scope.db,
  )
  return new Map(rows.map(({ id, content }) => [id, JSON.parse(content) as IdentityValues]))
}

/** Makes everybody who changes one of these children wait, and those who record something of them, until the transaction ends. */
export async function lockChildren(scope: Scope, childIds: readonly string[]): Promise<void> {
  for (const id of childIds.toSorted()) await lockRow(scope, 'children', id)
}

/** Makes whoever would merge this child's record wait until the transaction ends; many may change the record meanwhile. */
export async function shareChild({ db, serviceId }: Scope, childId: string): Promise<void> {
  await sql`select from children where service_id = ${serviceId} and id = ${childId} for key share`.execute(
    db,
  )
}

/** A row as a page names it: its day and what kind it is, where the table has them. */
export interface NamedRow {
  readonly id: string
  readonly on: string | null
  readonly kind: string | null
}

/** What pages say of these rows, by id: one statement. */
export async function selectNamesOfRows(
  scope: Scope,
  ids: readonly string[],
): Promise<ReadonlyMap<string, NamedRow>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<NamedRow>`${sql.join(
    childColumns.map(
      ({ table, on, as }) => sql`
        select t.id, ${on === null ? sql`null` : sql.ref(`t.${on}`)}::text as on,
          ${as === null ? sql`null` : sql.ref(`t.${as}`)}::text as kind
        from ${sql.table(table)} t
        where t.service_id = ${scope.serviceId} and t.id = any(${[...ids]}::uuid[])`,
    ),
    sql` union `,
  )}`.execute(scope.db)
  return new Map(rows.map(row => [row.id, row]))
}

function rowsOf(
  { serviceId }: Scope,
  { table, column, hangsOn, links }: ChildColumn,
  childIds: readonly string[],
): RawBuilder<unknown> {
  const named = hangsOn.map(one => sql.ref(`t.${one}`))
  const paired = links.map(
    link => sql` || array(
      select ${sql.ref(`l.${link.other}`)} from ${sql.table(link.table)} l
      where l.service_id = t.service_id and ${sql.ref(`l.${link.own}`)} = t.id)`,
  )
  return sql`
    select ${table} as "table", ${column} as "column", t.id, ${sql.ref(`t.${column}`)} as child_id,
      array_remove(array[${sql.join(named)}]::uuid[], null)${sql.join(paired, sql` `)} as hangs_on
    from ${sql.table(table)} t
    where t.service_id = ${serviceId} and ${sql.ref(`t.${column}`)} = any(${[...childIds]}::uuid[])`
}
