import { sql } from 'kysely'
import type { FlatLink, FlatRow } from '../flat-rows.ts'
import { allParts, type TableName } from '../part.ts'
import { childPart } from '../layout.ts'
import { familyLinkPart, panelPart, personPart, servicePart } from '../service-layout.ts'
import type { Source } from '../writing/read-rows.ts'
import { storedColumns } from './existing-rows.ts'

const tables = [servicePart, panelPart, personPart, familyLinkPart, childPart].flatMap(top =>
  allParts(top).map(one => one.table),
)

/** Each table after those that its rows refer to: where it stands in two places, the later one counts. */
const order: readonly TableName[] = [...new Set(tables.toReversed())].toReversed()

/** Writes rows and links that are not there yet: one statement a table. */
export async function insertRows(
  source: Source,
  { rows, links }: { readonly rows: readonly FlatRow[]; readonly links: readonly FlatLink[] },
): Promise<void> {
  const byTable = Map.groupBy(rows, row => row.part.table)
  for (const table of order) {
    const ofTable = byTable.get(table)
    if (ofTable !== undefined) await insertInto(source, table, ofTable.map(stored))
  }
  for (const [table, pairs] of Map.groupBy(links, link => link.link.table)) {
    const stored = pairs.map(({ link, own, other }) => ({ [link.own]: own, [link.other]: other }))
    await insertInto(source, table, stored)
  }
}

function stored({ part, values }: FlatRow): Record<string, unknown> {
  const row: Record<string, unknown> = Object.fromEntries(
    storedColumns(part).map(column => [column, values[column] ?? null]),
  )
  for (const [column, derive] of Object.entries(part.derived)) row[column] = derive(values)
  return row
}

/** The rows travel as one value: PostgreSQL takes no more than 65,535 in a statement. */
async function insertInto(
  { db, serviceId }: Source,
  table: TableName,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const whole = table === 'services' ? rows : rows.map(row => ({ ...row, serviceId }))
  const columns = Object.keys(whole[0] ?? {})
  const names = sql.join(columns.map(column => sql.ref(column)))
  const json = JSON.stringify(whole.map(inSpellingOfDatabase))
  await sql`
    insert into ${sql.table(table)} (${names})
    select ${names} from json_populate_recordset(null::${sql.table(table)}, ${json}::json)`.execute(
    db,
  )
}

function inSpellingOfDatabase(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [snake(key), value]))
}

function snake(name: string): string {
  return name.replaceAll(/[A-Z]/gu, letter => `_${letter.toLowerCase()}`)
}
