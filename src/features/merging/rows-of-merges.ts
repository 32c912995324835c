import { sql } from 'kysely'
import type { Scope } from '#records/scope.ts'

/** How many rows of one kind came with a merge. */
export interface RowsOfMerge {
  readonly mergeId: string
  readonly table: string
  readonly column: string
  readonly rows: number
}

/** What came with these merges, kind by kind. */
export async function countRowsOfMerges(
  scope: Scope,
  mergeIds: readonly string[],
): Promise<RowsOfMerge[]> {
  const { rows } = await sql<RowsOfMerge>`
    select r.merge_id, r.table_name as "table", r.column_name as "column", count(*)::int as rows
    from child_merge_rows r
    where r.service_id = ${scope.serviceId} and r.merge_id = any(${[...mergeIds]}::uuid[]) and r.was_of = 'merged'
    group by r.merge_id, r.table_name, r.column_name`.execute(scope.db)
  return rows
}
