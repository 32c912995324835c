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
 * Makes room, for this transaction, to note which ids the file has used and which people its lines name: the database holds it, so
 * that a file of any size can be checked in little memory.
 */
export async function openClaims(db: Transaction<Database>): Promise<void> {
  await sql`
    create temporary table import_rows (
      kind text not null, id text not null, line integer not null, path text not null, primary key (kind, id)
    ) on commit drop`.execute(db)
  await sql`
    create temporary table import_links (
      line integer not null, path text not null, child_id uuid, person_id uuid not null
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

/** Notes which people around children the lines name. */
export async function notePeopleNamed(
  db: Transaction<Database>,
  lines: readonly ClaimingLine[],
): Promise<void> {
  const named = lines.flatMap(({ number, rows }) =>
    rows.flatMap(row =>
      personColumns
        .filter(column => typeof row.values[column] === 'string')
        .map(column => ({
          line: number,
          path: pathTo(row, column),
          child_id: row.part.table === 'children' ? row.id : (row.values['childId'] ?? null),
          person_id: row.values[column],
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

const personColumns = Object.keys(references).filter(column => references[column] === 'people')

export interface LostPerson {
  readonly line: number
  readonly path: string
  /** The child whose line names the person; null: the line is about no child. */
  readonly childId: string | null
}

/** Lines that name a person who is neither in the database nor on a line that was not refused. */
export async function selectLostPeople(
  { db, serviceId }: { readonly db: Transaction<Database>; readonly serviceId: string },
  refused: ReadonlySet<number>,
): Promise<LostPerson[]> {
  const lines = [...refused]
  const { rows } = await sql<LostPerson>`
    select l.line, l.path, l.child_id from import_links l
    where l.line <> all(${lines}::integer[])
      and not exists (select from people p where p.service_id = ${serviceId} and p.id = l.person_id)
      and not exists (select from import_rows r where r.kind = 'people'
        and r.id = l.person_id::text and r.line <> all(${lines}::integer[]))
    order by l.line, l.path`.execute(db)
  return rows
}
