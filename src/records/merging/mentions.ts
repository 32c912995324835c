import { sql, type RawBuilder } from 'kysely'
import type { Scope } from '../scope.ts'
import type { Move } from './move-rows.ts'
import type { NamingRow } from './rows-of-children.ts'

/** A column in which rows name a person, who may be a child. */
export interface PersonColumn {
  readonly table: 'relationships' | 'family_links' | 'genogram_pieces'
  readonly column: 'person_id' | 'from_person_id' | 'to_person_id'
  /** What one row, and several, are called on a page. */
  readonly one: string
  readonly many: string
}

/** Every column that names a person; a test compares this list with the database. Who a child is, `children.person_id`, is not in it. */
export const personColumns: readonly PersonColumn[] = [
  {
    table: 'relationships',
    column: 'person_id',
    one: 'mention in another child’s file',
    many: 'mentions in other children’s files',
  },
  {
    table: 'family_links',
    column: 'to_person_id',
    one: 'tie to a parent or partner',
    many: 'ties to parents or partners',
  },
  {
    table: 'family_links',
    column: 'from_person_id',
    one: 'tie to a child or partner',
    many: 'ties to children or partners',
  },
  {
    table: 'genogram_pieces',
    column: 'person_id',
    one: 'piece of another family drawing',
    many: 'pieces of other family drawings',
  },
]

/** Every row that names one of these children as a person; what their own files say of them is not in it. One statement. */
export async function selectMentions(
  scope: Scope,
  childIds: readonly string[],
): Promise<NamingRow[]> {
  const { serviceId } = scope
  const ids = [...childIds]
  const { rows } = await sql<NamingRow>`${sql.join(
    personColumns.map(
      one => sql`
        select ${one.table} as "table", ${one.column} as "column", t.id, c.id as child_id, array[]::uuid[] as hangs_on
        from children c
        join ${sql.table(one.table)} t on t.service_id = c.service_id and ${sql.ref(`t.${one.column}`)} = c.person_id
        where c.service_id = ${serviceId} and c.id = any(${ids}::uuid[]) and ${isOfOthers(one, ids)}`,
    ),
    sql` union all `,
  )} order by 1, 2, 3`.execute(scope.db)
  return rows
}

/**
 * Points these mentions of one person at another. One that is there already (a parent who is tied to both, a piece for both in one drawing) stays
 * as it is, and so does one that would make somebody their own relative.
 *
 * @returns the ids of those that moved
 */
export async function moveMentions(
  scope: Scope,
  one: PersonColumn,
  { from, to }: Move,
  ids: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update ${sql.table(one.table)} t set ${sql.ref(one.column)} = ${to}
    where t.service_id = ${scope.serviceId} and ${sql.ref(`t.${one.column}`)} = ${from}
      and t.id = any(${[...ids]}::uuid[]) and ${isNew(one, to)}
    returning t.id`.execute(scope.db)
  return rows.map(({ id }) => id)
}

function isOfOthers({ table }: PersonColumn, childIds: readonly string[]): RawBuilder<unknown> {
  return table === 'family_links' ? sql`true` : sql`t.child_id <> all(${childIds}::uuid[])`
}

function isNew({ table, column }: PersonColumn, to: string): RawBuilder<unknown> {
  if (table === 'relationships') return sql`true`
  if (table === 'genogram_pieces') {
    return sql`not exists (
      select from genogram_pieces o
      where o.service_id = t.service_id and o.child_id = t.child_id and o.person_id = ${to})`
  }
  const other = sql.ref(column === 'from_person_id' ? 't.to_person_id' : 't.from_person_id')
  const ends =
    column === 'from_person_id' ? sql`(${to}::uuid, ${other})` : sql`(${other}, ${to}::uuid)`
  return sql`${other} <> ${to} and (
    t.ended_on is not null or t.withdrawn_on is not null or not exists (
      select from family_links o
      where o.service_id = t.service_id and o.kind = t.kind and o.ended_on is null and o.withdrawn_on is null
        and ((o.from_person_id, o.to_person_id) = ${ends}
          or o.kind = 'partner' and (o.to_person_id, o.from_person_id) = ${ends})))`
}
