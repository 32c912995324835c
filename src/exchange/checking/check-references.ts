import type { FlatLine, FlatRow } from '../flat-rows.ts'
import type { TableName } from '../part.ts'
import type { Problem } from '../reading/problem.ts'
import { references } from '../references.ts'
import type { KnownRecords } from './known-records.ts'

/**
 * Whether every record that a line names is there: people, panels and names of outcomes before it, everything of the child in the line
 * itself. People around children may be very many and another child may come later, so they are asked for later, in the database.
 */
export function checkReferences({ rows, links }: FlatLine, known: KnownRecords): Problem[] {
  const inLine = new Map<TableName, Set<string>>()
  for (const { part, id } of rows) {
    const ids = inLine.get(part.table) ?? new Set<string>()
    inLine.set(part.table, ids.add(id))
  }
  const isKnown = (table: TableName, id: string) =>
    inLine.get(table)?.has(id) === true || isOutside(known, table, id)
  const missing = (path: string, rowId: string, table: TableName): Problem => ({
    path,
    rule: 'reference',
    reason: `names a record of ${wordsFor(table)} that is not there`,
    rowId,
  })
  const fromRows = rows.flatMap(row =>
    referencesOf(row).flatMap(({ column, table, id }) =>
      isKnown(table, id) ? [] : [missing(pathTo(row, column), row.id, table)],
    ),
  )
  const fromLinks = links.flatMap(({ field, path, own, other }) => {
    const table = references[field]
    return table === undefined || isKnown(table, other) ? [] : [missing(path, own, table)]
  })
  return [...fromRows, ...fromLinks, ...checkSubjects(rows)]
}

const askedLater: ReadonlySet<TableName> = new Set<TableName>(['people', 'children'])

/** What a row names by its columns, people around children and other children apart. */
function referencesOf(row: FlatRow) {
  return row.part.columns.flatMap(column => {
    const [table, id] = [references[column], row.values[column]]
    if (table === undefined || askedLater.has(table) || typeof id !== 'string') return []
    return [{ column, table, id }]
  })
}

/** An agreement, an event or an entry of a chronology is about a record of the child, whatever its kind. */
function checkSubjects(rows: readonly FlatRow[]): Problem[] {
  const ids = new Set(rows.map(row => row.id))
  return rows.flatMap(row =>
    ['subjectId', 'aboutId', 'sourceId'].flatMap(column => {
      const named = row.values[column]
      if (typeof named !== 'string' || ids.has(named)) return []
      const reason = 'names a record that is not in this line'
      return [{ path: pathTo(row, column), rule: 'reference', reason, rowId: row.id }]
    }),
  )
}

function isOutside(known: KnownRecords, table: TableName, id: string): boolean {
  if (table === 'staff') return known.staff.has(id)
  if (table === 'panels') return known.panels.has(id)
  if (table === 'outcomeNames') return known.outcomeNames.has(id)
  return table === 'teams' && known.teams.has(id)
}

function wordsFor(table: TableName): string {
  return table.replaceAll(/[A-Z]/gu, letter => ` ${letter.toLowerCase()}`)
}

/** The place of a column of a row in its line. */
export function pathTo(row: FlatRow, column: string): string {
  return row.path === '' ? column : `${row.path}.${column}`
}
