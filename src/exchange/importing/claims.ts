import { sql, type Transaction } from 'kysely'
import type { Database } from '#records/schema.ts'
import { pathTo } from '../checking/check-references.ts'
import type { FlatRow } from '../flat-rows.ts'
import { references } from '../references.ts'
import type { Problem } from '../reading/problem.ts'

/** A line as far as the rest of the file matters to it. */
export interface ClaimingLine {
  readonly number: number
  readonly rows: readonly FlatRow[]
}

/**
 * Makes room, for this transaction, to note which ids the file has used and which records its lines name that stand on lines of their own: the database holds it, so
 * that a file of any size can be checked in little memory.
 */
export async function openClaims(db: Transaction<Database>): Promise<void> {
  await sql`
    create temporary table import_rows (
      kind text not null, id text not null, line integer not null, path text not null, primary key (kind, id)
    ) on commit drop`.execute(db)
  await sql`
    create temporary table import_links (
      line integer not null, path text not null, child_id uuid, kind text not null, named_id uuid not null
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

/** What has a line of its own and is named by others, and the columns that name it. */
const namedColumns = Object.entries(references).filter(
  ([, table]) => table === 'people' || table === 'children',
)

/** Notes which people and which other children the lines name. */
export async function noteNamed(
  db: Transaction<Database>,
  lines: readonly ClaimingLine[],
): Promise<void> {
  const named = lines.flatMap(({ number, rows }) =>
    rows.flatMap(row =>
      namedColumns
        .filter(([column]) => isNamed(row, column))
        .map(([column, kind]) => ({
          line: number,
          path: pathTo(row, column),
          child_id: row.part.table === 'children' ? row.id : (row.values['childId'] ?? null),
          kind,
          named_id: row.values[column],
        })),
    ),
  )
  if (named.length === 0) return
  await sql`
    insert into import_links
    select * from json_populate_recordset(null::import_links, ${JSON.stringify(named)}::json)`.execute(
    db,
  )
}

function isNamed({ part, values }: FlatRow, column: string): boolean {
  return part.columns.includes(column) && typeof values[column] === 'string'
}

export interface LostLink {
  readonly line: number
  readonly path: string
  /** The child whose line it is; null: the line is about no child. */
  readonly childId: string | null
  readonly kind: 'people' | 'children'
}

/** Lines that name a person or a child who is neither in the database nor on a line that was not refused. */
export async function selectLostLinks(
  { db, serviceId }: { readonly db: Transaction<Database>; readonly serviceId: string },
  refused: ReadonlySet<number>,
): Promise<LostLink[]> {
  const lines = [...refused]
  const { rows } = await sql<LostLink>`
    select l.line, l.path, l.child_id, l.kind from import_links l
    where l.line <> all(${lines}::integer[])
      and not exists (
        select from people p where l.kind = 'people' and p.service_id = ${serviceId} and p.id = l.named_id)
      and not exists (
        select from children c where l.kind = 'children' and c.service_id = ${serviceId} and c.id = l.named_id)
      and not exists (select from import_rows r where r.kind = l.kind
        and r.id = l.named_id::text and r.line <> all(${lines}::integer[]))
    order by l.line, l.path`.execute(db)
  return rows
}
