import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import type { Database } from '#records/schema.ts'
import { placeColumns, type Link, type Part } from '../part.ts'

/** Whose rows are read, and in which transaction. */
export interface Source {
  readonly db: Transaction<Database>
  readonly serviceId: string
}

export type Row = Readonly<Record<string, unknown>>

/** Records that stand at the head of a line, after the last id read: one page of them. */
export async function selectPage(
  { db, serviceId }: Source,
  part: Part,
  page: { readonly after: string | null; readonly size: number },
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select ${columnsOf(part)} from ${sql.table(part.table)}
    where ${sql.ref('serviceId')} = ${serviceId} and (${page.after}::uuid is null or id > ${page.after}::uuid)
    order by id limit ${page.size}`.execute(db)
  return rows
}

/** The service's own row. */
export async function selectService({ db, serviceId }: Source, part: Part): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select ${columnsOf(part)} from ${sql.table(part.table)} where id = ${serviceId}`.execute(db)
  return rows
}

/** Every record of a part beneath the records with these ids. */
export async function selectBeneath(
  { db, serviceId }: Source,
  part: Part,
  parentIds: readonly string[],
): Promise<Row[]> {
  const empty = part.empty.map(column => sql`and ${sql.ref(column)} is null`)
  const { rows } = await sql<Row>`
    select ${columnsOf(part)} from ${sql.table(part.table)}
    where ${sql.ref('serviceId')} = ${serviceId} and ${sql.ref(part.parent ?? 'id')} = any(${parentIds}::uuid[])
    ${sql.join(empty, sql` `)}`.execute(db)
  return rows
}

/** Pairs of a link whose own end is one of these. */
export async function selectLinks(
  { db, serviceId }: Source,
  { table, own, other }: Link,
  ownIds: readonly string[],
): Promise<{ own: string; other: string }[]> {
  const { rows } = await sql<{ own: string; other: string }>`
    select ${sql.ref(own)} as own, ${sql.ref(other)} as other from ${sql.table(table)}
    where ${sql.ref('serviceId')} = ${serviceId} and ${sql.ref(own)} = any(${ownIds}::uuid[])`.execute(
    db,
  )
  return rows
}

function columnsOf(part: Part) {
  const columns = new Set([...part.columns, part.key, ...placeColumns(part)])
  if (part.parent === 'serviceId') columns.add('serviceId')
  return sql.join([...columns].map(column => sql.ref(column)))
}
