import { sql } from 'kysely'
import { canonicalText, canonicalValue } from '../canonical.ts'
import type { FlatLine, FlatLink, FlatRow } from '../flat-rows.ts'
import type { Part, TableName } from '../part.ts'
import type { Problem } from '../reading/problem.ts'
import { selectLinks, type Source } from '../writing/read-rows.ts'

/** What of some lines is in the database already. */
export interface Existing {
  readonly isThere: (row: FlatRow) => boolean
  readonly isLinked: (link: FlatLink) => boolean
  /** Rows that are there and say something else. */
  readonly conflicts: (rows: readonly FlatRow[]) => Problem[]
}

/** Nothing is there: for a service that is not in the database yet, without asking. */
export const nothingThere: Existing = {
  isThere: () => false,
  isLinked: () => false,
  conflicts: () => [],
}

/** Looks up the rows and links of some lines, with one statement a table however many lines there are. */
export async function selectExisting(
  source: Source,
  lines: readonly FlatLine[],
): Promise<Existing> {
  const rows = lines.flatMap(line => line.rows)
  const found = new Map<string, string>()
  for (const ofTable of Map.groupBy(rows, row => row.part.table).values()) {
    for (const [id, content] of await selectContents(source, ofTable)) found.set(id, content)
  }
  const linked = await selectExistingLinks(source, lines)
  return {
    isThere: row => found.has(keyOf(row.part.table, row.id)),
    isLinked: link => linked.has(`${link.link.table} ${link.own} ${link.other}`),
    conflicts: asked =>
      asked.flatMap(row => {
        const content = found.get(keyOf(row.part.table, row.id))
        if (content === undefined || content === contentOf(row.part, row.values)) return []
        const reason = 'is in the database already and says something else there'
        return [{ path: row.path, rule: 'already-there', reason }]
      }),
  }
}

async function selectContents(
  { db, serviceId }: Source,
  rows: readonly FlatRow[],
): Promise<[string, string][]> {
  const [first] = rows
  if (first === undefined) return []
  const { part } = first
  const ofService = sql.ref(part.table === 'services' ? 'id' : 'serviceId')
  const ids = rows.map(row => row.id)
  const { rows: found } = await sql<Record<string, unknown>>`
    select ${sql.join(storedColumns(part).map(column => sql.ref(column)))} from ${sql.table(part.table)}
    where ${ofService} = ${serviceId} and ${sql.ref(part.key)} = any(${ids}::${keyType(part)}[])`.execute(
    db,
  )
  return found.map(row => [keyOf(part.table, canonicalText(row[part.key])), contentOf(part, row)])
}

function keyType(part: Part) {
  if (part.key === 'measuredOn') return sql.raw('date')
  return sql.raw(part.table === 'outcomeNames' ? 'text' : 'uuid')
}

async function selectExistingLinks(
  source: Source,
  lines: readonly FlatLine[],
): Promise<Set<string>> {
  const found = new Set<string>()
  const byTable = Map.groupBy(
    lines.flatMap(line => line.links),
    link => link.link.table,
  )
  for (const links of byTable.values()) {
    const [first] = links
    if (first === undefined) continue
    const owners = [...new Set(links.map(link => link.own))]
    for (const { own, other } of await selectLinks(source, first.link, owners)) {
      found.add(`${first.link.table} ${own} ${other}`)
    }
  }
  return found
}

/** The columns that a row of this part has in the database, but what is made from them and the service. */
export function storedColumns(part: Part): string[] {
  const columns = new Set([...part.columns, ...part.empty])
  if (part.ofChild) columns.add('childId')
  if (part.parent !== null && part.parent !== 'serviceId') columns.add(part.parent)
  return [...columns].toSorted()
}

function contentOf(part: Part, row: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(storedColumns(part).map(column => canonicalValue(row[column])))
}

function keyOf(table: TableName, id: string): string {
  return `${table} ${id}`
}
