import { sql, type Transaction } from 'kysely'
import type { Database } from '#records/schema.ts'
import type { FlatRow } from '../flat-rows.ts'
import { pathTo } from '../checking/check-references.ts'
import type { Problem } from '../reading/problem.ts'
import { references } from '../references.ts'

/** A line as far as the rest of the file matters to it. */
export interface ClaimingLine {
  readonly number: number
  readonly rows: readonly FlatRow[]
}

/**
 * Makes room, for this transaction, to note which ids the file has used and which children name one another: the database holds it, so
 * that a file of any size can be checked in little memory.
 */
export async function openClaims(db: Transaction<Database>): Promise<void> {
  await sql`
    create temporary table import_rows (
      kind text not null, id text not null, line integer not null, path text not null, primary key (kind, id)
    ) on commit drop`.execute(db)
  await sql`
    create temporary table import_links (
      line integer not null, path text not null, child_id uuid not null, related_child_id uuid not null
    ) on commit drop`.execute(db)
}

/** Notes every id of some lines; returns what the file had used already, by line. */
export async function claimIds(
  db: Transaction<Database>,
  lines: readonly ClaimingLine[],
): Promise<Map<number, Problem[]>> {
  const claims = lines.flatMap(({ number, rows }) =>
    rows.map(row => ({ kind: row.part.table, id: row.id, line: number, path: row.path })),
  )
  const { rows: got } = await sql<{ claim: string }>`
    insert into import_rows
    select * from json_populate_recordset(null::import_rows, ${JSON.stringify(claims)}::json)
    on conflict do nothing returning line || ' ' || path as claim`.execute(db)
  const granted = new Set(got.map(({ claim }) => claim))
  const problems = new Map<number, Problem[]>()
  for (const { line, path } of claims) {
    if (granted.has(`${line} ${path}`)) continue
    const problem = { path, rule: 'once', reason: 'is in the file twice' }
    problems.set(line, [...(problems.get(line) ?? []), problem])
  }
  return problems
}

/** Notes which other children the lines name: as relatives, or as the same child's other record. */
export async function noteRelatives(
  db: Transaction<Database>,
  lines: readonly ClaimingLine[],
): Promise<void> {
  const links = lines.flatMap(({ number, rows }) =>
    rows.flatMap(row =>
      row.part.columns
        .filter(column => references[column] === 'children' && row.values[column] !== null)
        .map(column => ({
          line: number,
          path: pathTo(row, column),
          child_id: rows[0]?.id,
          related_child_id: row.values[column],
        })),
    ),
  )
  if (links.length === 0) return
  await sql`
    insert into import_links
    select * from json_populate_recordset(null::import_links, ${JSON.stringify(links)}::json)`.execute(
    db,
  )
}

/** True for a row that names another child, who may come later in the file. */
export function isOfRelative(row: FlatRow): boolean {
  return row.part.table === 'relationships' && row.values['relatedChildId'] !== null
}

export interface LostRelative {
  readonly line: number
  readonly path: string
  readonly childId: string
}

/** Lines that name a child who is neither in the database nor on a line that was not refused. */
export async function selectLostRelatives(
  { db, serviceId }: { readonly db: Transaction<Database>; readonly serviceId: string },
  refused: ReadonlySet<number>,
): Promise<LostRelative[]> {
  const lines = [...refused]
  const { rows } = await sql<LostRelative>`
    select l.line, l.path, l.child_id from import_links l
    where l.line <> all(${lines}::integer[])
      and not exists (select from children c where c.service_id = ${serviceId} and c.id = l.related_child_id)
      and not exists (select from import_rows r where r.kind = 'children'
        and r.id = l.related_child_id::text and r.line <> all(${lines}::integer[]))
    order by l.line, l.path`.execute(db)
  return rows
}
