import { sql, type RawBuilder } from 'kysely'
import { reachOf, type Role } from '#domain/access/permissions.ts'
import type { Scope } from './scope.ts'

export interface Viewer {
  readonly id: string
  readonly role: Role
}

/**
 * The condition under which a viewer may know of the child whose id stands in `childId`. Lists, search, pages and drill-down all use it,
 * so that none shows more than another.
 *
 * @param childId a column reference, as in `sql.ref('children.id')`
 */
export function isVisibleTo(
  scope: Scope,
  viewer: Viewer,
  childId: RawBuilder<unknown>,
): RawBuilder<boolean> {
  switch (reachOf(viewer.role)) {
    case 'whole-service':
      return sql<boolean>`true`
    case 'police-referrals':
      return sql<boolean>`exists (
        select from referrals as reach
        where reach.service_id = ${scope.serviceId} and reach.child_id = ${childId} and reach.closed_on is null)`
    case 'shared-with-me':
      return sql<boolean>`exists (
        select from child_shares as reach
        where reach.service_id = ${scope.serviceId} and reach.child_id = ${childId}
          and reach.staff_id = ${viewer.id} and reach.ended_on is null)`
  }
}
