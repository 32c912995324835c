import { sql } from 'kysely'
import type { IdentityValues } from '#domain/merging/identity-fields.ts'
import { matchKeysOf } from '../new-child.ts'
import type { Scope } from '../scope.ts'
import { childColumns, type ChildColumn } from './child-columns.table.ts'

/** From which child's record to which. */
export interface Move {
  readonly from: string
  readonly to: string
}

/** Points rows that name one child at another, all of them or those with these ids. Earlier versions stay in the history. */
export async function moveRows(
  scope: Scope,
  { table, column, along }: ChildColumn,
  { from, to }: Move,
  ids: readonly string[] | 'all',
): Promise<void> {
  const chosen = ids === 'all' ? sql`` : sql`and t.id = any(${[...ids]}::uuid[])`
  const others = along.map(
    one =>
      sql`, ${sql.ref(one)} = case when ${sql.ref(one)} = ${from} then ${to}::uuid else ${sql.ref(one)} end`,
  )
  await sql`
    update ${sql.table(table)} t set ${sql.ref(column)} = ${to} ${sql.join(others, sql``)}
    where t.service_id = ${scope.serviceId} and ${sql.ref(`t.${column}`)} = ${from} ${chosen}`.execute(
    scope.db,
  )
}

/** Points these rows at another child, table by table. */
export async function moveNamedRows(
  scope: Scope,
  move: Move,
  rows: readonly { readonly table: string; readonly column: string; readonly id: string }[],
): Promise<void> {
  for (const one of childColumns) {
    const ids = rows
      .filter(row => row.table === one.table && row.column === one.column)
      .map(row => row.id)
    if (ids.length > 0) await moveRows(scope, one, move, ids)
  }
}

/** Writes values into a child's own row, with the keys by which names are found. @param values by the columns' names in the database */
export async function writeIdentity(
  scope: Scope,
  childId: string,
  values: IdentityValues,
): Promise<void> {
  const columns = Object.keys(values)
  if (columns.length === 0) return
  const set = columns.map(one => sql`${sql.ref(one)} = given.${sql.ref(one)}`)
  const { rows } = await sql<{ givenName: string; familyName: string; knownAs: string | null }>`
    update children c set ${sql.join(set)}
    from jsonb_populate_record(null::children, ${JSON.stringify(values)}::jsonb) given
    where c.service_id = ${scope.serviceId} and c.id = ${childId}
    returning c.given_name, c.family_name, c.known_as`.execute(scope.db)
  const [names] = rows
  if (names === undefined) return
  await scope.db
    .updateTable('children')
    .set({ matchKeys: [...matchKeysOf(names)] })
    .where('serviceId', '=', scope.serviceId)
    .where('id', '=', childId)
    .execute()
}
