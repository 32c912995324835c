import { sql } from 'kysely'
import type { Scope } from '../scope.ts'
import { isRestrictedFor, isWithinReach, type Viewer } from '../visible-children.ts'

/**
 * What the children behind a figure are called, by id, for the one who reads the figure: a restricted record has no name, and neither a
 * child out of the reader's reach nor one of another service is in the answer.
 */
export async function childNamesFor(
  scope: Scope,
  viewer: Viewer,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const child = sql.ref('c.id')
  const { rows } = await sql<{ id: string; name: string }>`
    select c.id, case when ${isRestrictedFor(scope, viewer, child)} then 'A restricted record'
      else coalesce(c.known_as, c.given_name) || ' ' || c.family_name end as name
    from children c
    where c.service_id = ${scope.serviceId} and c.id = any(${[...new Set(ids)]})
      and ${isWithinReach(scope, viewer, child)}`.execute(scope.db)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
