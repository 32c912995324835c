import { sql } from 'kysely'
import { leadOf, listedColumns, type ListedChild } from '#records/listed-children.ts'
import type { Scope } from '#records/scope.ts'
import { isVisibleTo, type Viewer } from '#records/visible-children.ts'

/** As many as a list shows; the page says when there are more. */
export const listLength = 50

/** Children with work open now, by name: what the list shows before anything is searched for. One more than a list shows. */
export async function selectChildrenWithOpenWork(
  scope: Scope,
  viewer: Viewer,
): Promise<ListedChild[]> {
  const { serviceId } = scope
  const { rows } = await sql<ListedChild>`
    select ${listedColumns}
    from children c ${leadOf(serviceId)}
    where c.service_id = ${serviceId} and c.id in (
        select child_id from interventions where service_id = ${serviceId} and ended_on is null
        union select child_id from referrals where service_id = ${serviceId} and closed_on is null)
      and ${isVisibleTo(scope, viewer, sql.ref('c.id'))}
    order by c.family_name, c.given_name, c.id
    limit ${listLength + 1}`.execute(scope.db)
  return rows
}
