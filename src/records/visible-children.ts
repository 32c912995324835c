import { sql, type RawBuilder } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Role } from '#domain/access/permissions.ts'
import { reachOf, type Reach } from '#domain/access/reach.ts'
import type { Scope } from './scope.ts'

/** Somebody who looks, and when: a panel is tonight's only today, and urgent access ends. */
export interface Viewer {
  readonly id: string
  readonly teamId: string | null
  readonly reach: Reach
  readonly today: Temporal.PlainDate
  readonly now: Temporal.Instant
}

/**
 * What a person of this role reaches in this service: as the service has settled it, or the usual.
 *
 * @throws Error when the service has settled on a reach that this version does not know
 */
export async function findReach(scope: Scope, role: Role): Promise<Reach> {
  const settled = await scope.db
    .selectFrom('roleReaches')
    .select('reach')
    .where('serviceId', '=', scope.serviceId)
    .where('role', '=', role)
    .executeTakeFirst()
  return reachOf(role, settled?.reach ?? null)
}

/**
 * The condition under which a viewer may know of the child whose id stands in `childId`: within reach, and not restricted to others.
 * Lists, search, pages and drill-down all use it, so that none shows more than another.
 *
 * @param childId a column reference, as in `sql.ref('children.id')`
 */
export function isVisibleTo(
  scope: Scope,
  viewer: Viewer,
  childId: RawBuilder<unknown>,
): RawBuilder<boolean> {
  const within = isWithinReach(scope, viewer, childId)
  return sql<boolean>`(${within} and not ${isRestrictedFor(scope, viewer, childId)})`
}

/** Which of these children the viewer may know of. */
export async function selectVisibleAmong(
  scope: Scope,
  viewer: Viewer,
  childIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select c.id from children c
    where c.service_id = ${scope.serviceId} and c.id = any(${[...new Set(childIds)]}::uuid[])
      and ${isVisibleTo(scope, viewer, sql.ref('c.id'))}`.execute(scope.db)
  return new Set(rows.map(row => row.id))
}

/**
 * The condition under which the viewer's role reaches the child; whether the record is restricted is another question. Nobody reaches a
 * record that was merged into another: there is only the other one.
 */
export function isWithinReach(
  scope: Scope,
  viewer: Viewer,
  childId: RawBuilder<unknown>,
): RawBuilder<boolean> {
  return sql<boolean>`(${isOfReach(scope, viewer, childId)} and not exists (
    select from children as gone
    where gone.service_id = ${scope.serviceId} and gone.id = ${childId} and gone.merged_into_id is not null))`
}

function isOfReach(
  scope: Scope,
  viewer: Viewer,
  childId: RawBuilder<unknown>,
): RawBuilder<boolean> {
  const { serviceId } = scope
  switch (viewer.reach) {
    case 'whole-service':
      return sql<boolean>`true`
    case 'own-work':
      return sql<boolean>`exists (
        select from allocations as reach
        where reach.service_id = ${serviceId} and reach.child_id = ${childId} and reach.staff_id = ${viewer.id}
          and (reach.ended_on is null or reach.ended_on > ${viewer.today}))`
    case 'own-team':
      return sql<boolean>`exists (
        select from allocations as reach
        join staff as holder on holder.service_id = reach.service_id and holder.id = reach.staff_id
        where reach.service_id = ${serviceId} and reach.child_id = ${childId}
          and (holder.id = ${viewer.id} or holder.team_id = ${viewer.teamId}::uuid)
          and (reach.ended_on is null or reach.ended_on > ${viewer.today}))`
    case 'police-referrals':
      return sql<boolean>`exists (
        select from referrals as reach
        where reach.service_id = ${serviceId} and reach.child_id = ${childId} and reach.closed_on is null)`
    case 'tonights-panel':
      return sql<boolean>`exists (
        select from referrals as reach
        join panel_listings as listed on listed.service_id = reach.service_id and listed.referral_id = reach.id
        join panels as tonight on tonight.service_id = listed.service_id and tonight.id = listed.panel_id
        where reach.service_id = ${serviceId} and reach.child_id = ${childId}
          and listed.withdrawn_on is null and tonight.held_on = ${viewer.today})`
    case 'shared-with-me':
      return sql<boolean>`exists (
        select from child_shares as reach
        where reach.service_id = ${serviceId} and reach.child_id = ${childId}
          and reach.staff_id = ${viewer.id} and reach.ended_on is null)`
  }
}

/** The condition under which the record is for named people only, the viewer is none of them and has no urgent access now. */
export function isRestrictedFor(
  scope: Scope,
  viewer: Viewer,
  childId: RawBuilder<unknown>,
): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select from restrictions as restriction
    where restriction.service_id = ${scope.serviceId} and restriction.child_id = ${childId}
      and (restriction.ended_on is null or restriction.ended_on > ${viewer.today})
      and not exists (
        select from restriction_names as named
        where named.service_id = restriction.service_id and named.restriction_id = restriction.id
          and named.staff_id = ${viewer.id})
      and not exists (
        select from urgent_accesses as urgent
        where urgent.service_id = restriction.service_id and urgent.restriction_id = restriction.id
          and urgent.staff_id = ${viewer.id} and urgent.ends_at > ${viewer.now}))`
}
