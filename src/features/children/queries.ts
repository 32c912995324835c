import { sql } from 'kysely'
import { identifierKey } from '#domain/matching/identifiers.ts'
import { nameKeys } from '#domain/matching/name-keys.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Search } from '#domain/matching/parse-search.ts'
import { identifierKinds } from '#domain/vocabulary/children.ts'
import type { Scope } from '#records/scope.ts'
import { isVisibleTo, type Viewer } from '#records/visible-children.ts'

/** A child in a list: enough to know whom one means. */
export interface ListedChild {
  readonly id: string
  readonly name: string
  readonly givenName: string
  readonly familyName: string
  readonly bornOn: PlainDate
  readonly worker: string | null
}

/** As many as a list shows; the page says when there are more. */
export const listLength = 50

/**
 * Children that a search box's text may mean: every word sounds like, or begins, one of their names; or the date of birth, an
 * identifier or the postcode is theirs. Only those whom the viewer may know of.
 */
export async function selectFoundChildren(
  scope: Scope,
  viewer: Viewer,
  search: Search,
): Promise<ListedChild[]> {
  const conditions = [
    ...search.words.map(word => soundsLike(word)),
    ...(search.bornOn === undefined ? [] : [sql`c.born_on = ${search.bornOn}`]),
    ...(search.identifier === undefined ? [] : [hasIdentifier(scope, search.identifier)]),
    ...(search.postcode === undefined ? [] : [livesAt(scope, search.postcode)]),
  ]
  if (conditions.length === 0) return []
  return await selectListed(scope, viewer, sql.join(conditions, sql` and `))
}

/** Children with work open now, by name: what the list shows before anything is searched for. */
export async function selectChildrenWithOpenWork(
  scope: Scope,
  viewer: Viewer,
): Promise<ListedChild[]> {
  const { serviceId } = scope
  return await selectListed(
    scope,
    viewer,
    sql`c.id in (
      select child_id from interventions where service_id = ${serviceId} and ended_on is null
      union select child_id from referrals where service_id = ${serviceId} and closed_on is null)`,
  )
}

async function selectListed(
  scope: Scope,
  viewer: Viewer,
  condition: ReturnType<typeof sql>,
): Promise<ListedChild[]> {
  const { serviceId } = scope
  const { rows } = await sql<ListedChild>`
    select c.id, c.given_name, c.family_name, c.born_on,
      coalesce(c.known_as, c.given_name) || ' ' || c.family_name as name,
      (select s.name
        from allocations a join staff s on s.service_id = a.service_id and s.id = a.staff_id
        where a.service_id = c.service_id and a.child_id = c.id and a.role = 'lead' and a.ended_on is null
        order by a.started_on desc limit 1) as worker
    from children c
    where c.service_id = ${serviceId} and ${condition}
      and ${isVisibleTo(scope, viewer, sql.ref('c.id'))}
    order by c.family_name, c.given_name, c.id
    limit ${listLength + 1}`.execute(scope.db)
  return rows
}

function soundsLike(word: string) {
  const beginning = `${word.replaceAll(/[\\%_]/gu, '')}%`
  return sql`(c.match_keys && ${nameKeys(word)}::text[]
    or c.given_name ilike ${beginning} or c.family_name ilike ${beginning} or c.known_as ilike ${beginning})`
}

function hasIdentifier(scope: Scope, identifier: string) {
  const keys = Object.keys(identifierKinds).map(kind => identifierKey({ kind, value: identifier }))
  return sql`exists (
    select from child_identifiers i
    where i.service_id = ${scope.serviceId} and i.child_id = c.id and i.value_key = any(${keys}))`
}

function livesAt(scope: Scope, postcode: string) {
  return sql`exists (
    select from circumstances s
    where s.service_id = ${scope.serviceId} and s.child_id = c.id and s.kind = 'address'
      and s.ended_on is null and s.withdrawn_on is null and s.value ilike ${`%${postcode}%`})`
}
