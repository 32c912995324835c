import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Database } from './schema.ts'
import type { Scope } from './scope.ts'

/** One field of a record that somebody changed. */
export interface FieldChange {
  readonly rowId: string
  readonly at: Temporal.Instant
  /** Null for the service's own work, which nobody in particular did. */
  readonly by: string | null
  /** The column, as the schema of the records names it. */
  readonly field: string
  /** As JSON holds it: days and moments are texts. */
  readonly was: unknown
  readonly became: unknown
}

interface Version {
  readonly rowId: string
  readonly at: Temporal.Instant
  readonly by: string | null
  readonly was: Readonly<Record<string, unknown>>
  readonly became: Readonly<Record<string, unknown>>
}

/** What was changed in these rows of a table, the latest change first, field by field. */
export async function listFieldChanges(
  scope: Scope,
  table: keyof Database & ('alerts' | 'children' | 'childIdentifiers'),
  rowIds: readonly string[],
): Promise<FieldChange[]> {
  const name = table.replaceAll(/[A-Z]/gu, letter => `_${letter.toLowerCase()}`)
  const { rows } = await sql<Version>`
    select h.row_id, h.replaced_at as at, s.name as by, h.was,
      coalesce(lead(h.was) over (partition by h.row_id order by h.id), to_jsonb(t)) as became
    from row_history h
    join ${sql.table(table)} t on t.service_id = h.service_id and t.id = h.row_id
    left join staff s on s.service_id = h.service_id and s.id = h.replaced_by
    where h.service_id = ${scope.serviceId} and h.table_name = ${name} and h.row_id = any(${[...rowIds]}::uuid[])
    order by h.id desc`.execute(scope.db)
  return rows.flatMap(changesOf)
}

/**
 * A column that the earlier version did not have yet was not changed by anybody; and in which record of a child a row stands, where two were made one,
 * is no change of what it says.
 */
function changesOf({ was, became, ...change }: Version): FieldChange[] {
  return Object.keys(was)
    .filter(column => column !== 'child_id')
    .filter(column => JSON.stringify(was[column]) !== JSON.stringify(became[column]))
    .map(column => ({
      ...change,
      field: column.replaceAll(/_(\w)/gu, (_, letter: string) => letter.toUpperCase()),
      was: was[column],
      became: became[column],
    }))
}
