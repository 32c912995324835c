import { sql } from 'kysely'
import type { Scope } from '../scope.ts'

/**
 * What the children behind a figure are called, by id, for a page whose reader may see them. Ids of another service are not in the
 * answer.
 */
export async function childNamesFor(
  scope: Scope,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, coalesce(known_as, given_name) || ' ' || family_name as name
    from children
    where service_id = ${scope.serviceId} and id = any(${[...new Set(ids)]})`.execute(scope.db)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
