import { sql, type Kysely } from 'kysely'
import type { Identifier } from '#domain/matching/person.ts'
import { isWordKey, madeKey, searchKeysOf, textOfKey } from '#domain/search/search-keys.ts'
import { spellingsToKeep } from '#domain/search/spellings.ts'
import type { Database } from './schema.ts'
import { inService, type Scope } from './scope.ts'
import { listServices } from './services.ts'

/** As many children as have their keys made by one statement. */
const batchSize = 500

const lowestId = '00000000-0000-0000-0000-000000000000'

/**
 * Makes the keys afresh by which a search finds the child: none for a record that was merged into another, whose names are former names of
 * the record that was kept. Whoever writes a child's names, identifiers or address calls it afterwards, in the
 * same transaction.
 */
export async function refreshSearchKeys(scope: Scope, childId: string): Promise<void> {
  await refreshSearchKeysOf(scope, [childId])
}

/** The same for many children at once. */
export async function refreshSearchKeysOf(
  scope: Scope,
  childIds: readonly string[],
): Promise<void> {
  const children = await selectSearched(scope, childIds)
  const rows = children.flatMap(child =>
    searchKeysOf(child).map(({ kind, key }) => ({ childId: child.id, kind, key })),
  )
  await scope.db
    .deleteFrom('childSearchKeys')
    .where('serviceId', '=', scope.serviceId)
    .where('childId', '=', sql<string>`any(${childIds}::uuid[])`)
    .execute()
  await sql`
    insert into child_search_keys (service_id, child_id, kind, key)
    select ${scope.serviceId}::uuid, * from unnest(${rows.map(row => row.childId)}::uuid[],
      ${rows.map(row => row.kind)}::text[], ${rows.map(row => row.key)}::text[])
    on conflict do nothing`.execute(scope.db)
  await keepSpellings(scope, [...new Set(rows.map(row => row.key).filter(isWordKey))])
}

/**
 * Makes the keys of the service's children who have none, or those that an earlier version made: what the upgrade of a database, an
 * import of many and the demonstration call.
 *
 * @returns how many children got theirs
 */
export async function makeMissingSearchKeys(scope: Scope): Promise<number> {
  let made = 0
  let last: string | undefined
  for (;;) {
    const childIds = await selectWithoutKeys(scope, last)
    last = childIds.at(-1)
    if (last === undefined) return made
    await refreshSearchKeysOf(scope, childIds)
    made += childIds.length
  }
}

/** Makes what is missing in every service of the database, some hundred children to a transaction. Two that do so at once take turns. */
export async function makeEveryMissingSearchKey(db: Kysely<Database>): Promise<number> {
  let made = 0
  for (const { id: serviceId } of await listServices(db)) {
    let last: string | undefined
    do {
      last = await inService(db, { serviceId, staffId: null }, async scope => {
        await sql`select pg_advisory_xact_lock(hashtextextended(${`search keys ${serviceId}`}, 0))`.execute(
          scope.db,
        )
        const childIds = await selectWithoutKeys(scope, last)
        if (childIds.length > 0) await refreshSearchKeysOf(scope, childIds)
        made += childIds.length
        return childIds.at(-1)
      })
    } while (last !== undefined)
  }
  return made
}

/** The next of them in the order of their ids, so that none is looked at twice. */
async function selectWithoutKeys(
  { db, serviceId }: Scope,
  after: string = lowestId,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from children c
    where c.service_id = ${serviceId} and c.id > ${after} and c.merged_into_id is null and not exists (
      select from child_search_keys k
      where k.service_id = ${serviceId} and k.key = ${madeKey} and k.child_id = c.id)
    order by c.id limit ${batchSize}`.execute(db)
  return rows.map(row => row.id)
}

interface SearchedRow {
  readonly id: string
  readonly givenName: string
  readonly familyName: string
  readonly knownAs: string | null
  readonly formerNames: readonly string[]
  readonly identifiers: readonly Identifier[]
  readonly addresses: readonly { readonly text: string; readonly isCurrent: boolean }[]
}

/** Names of before are those of the earlier versions that the database keeps, and those in records that were merged into this one. */
async function selectSearched(
  { db, serviceId }: Scope,
  childIds: readonly string[],
): Promise<SearchedRow[]> {
  const { rows } = await sql<SearchedRow>`
    select c.id, c.given_name, c.family_name, c.known_as,
      coalesce((
        with recursive joined as (
          select c.id
          union
          select m.id from joined j
          join children m on m.service_id = ${serviceId} and m.merged_into_id = j.id)
        select jsonb_agg(distinct name)
        from (
          select h.was as names from joined j
          join row_history h on h.service_id = ${serviceId} and h.table_name = 'children' and h.row_id = j.id
          union all
          select jsonb_build_object('given_name', m.given_name, 'family_name', m.family_name, 'known_as', m.known_as)
          from joined j join children m on m.service_id = ${serviceId} and m.id = j.id
        ) called,
          lateral unnest(array[names->>'given_name', names->>'family_name', names->>'known_as']) as name
        where name is not null and name <> all(array_remove(array[c.given_name, c.family_name, c.known_as], null))),
        '[]') as former_names,
      coalesce((select jsonb_agg(jsonb_build_object('kind', i.kind, 'value', i.value))
        from child_identifiers i
        where i.service_id = ${serviceId} and i.child_id = c.id and i.withdrawn_on is null), '[]') as identifiers,
      coalesce((select jsonb_agg(jsonb_build_object('text', s.value, 'isCurrent', s.ended_on is null))
        from circumstances s
        where s.service_id = ${serviceId} and s.child_id = c.id and s.kind = 'address' and s.withdrawn_on is null), '[]') as addresses
    from children c
    where c.service_id = ${serviceId} and c.id = any(${childIds}::uuid[]) and c.merged_into_id is null`.execute(
    db,
  )
  return rows
}

/** A word is kept with the ways to misspell it once for the service, however many children have it, and stays when none has it any more. */
async function keepSpellings({ db, serviceId }: Scope, keys: readonly string[]): Promise<void> {
  const { rows } = await sql<{ key: string }>`
    select key from unnest(${keys}::text[]) as key
    where not exists (
      select from search_spellings s
      where s.service_id = ${serviceId} and s.key = key.key
        and s.spelling = '^' || substr(key.key, strpos(key.key, ':') + 1))
    order by key`.execute(db)
  const spellings = rows.flatMap(({ key }) =>
    spellingsToKeep(textOfKey(key)).map(spelling => ({ spelling, key })),
  )
  if (spellings.length === 0) return
  // In one order, so that two who keep the same words wait for each other and not in a circle.
  const sorted = spellings.toSorted(
    (a, b) => compare(a.spelling, b.spelling) || compare(a.key, b.key),
  )
  await sql`
    insert into search_spellings (service_id, spelling, key)
    select ${serviceId}::uuid, * from unnest(${sorted.map(one => one.spelling)}::text[],
      ${sorted.map(one => one.key)}::text[])
    on conflict do nothing`.execute(db)
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
