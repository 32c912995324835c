import { sql } from 'kysely'
import type { Permission } from '#domain/access/permissions.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Scope } from '#records/scope.ts'

/** A day that is set, or a contact of an earlier day that nobody has written down. */
export interface NextDate {
  readonly table: 'contact' | 'panel' | 'event'
  /** Of the contact, the panel or the event. */
  readonly id: string
  readonly kind: string
  readonly on: PlainDate
  readonly time: string | null
  readonly place: string | null
}

/** So many stand on the card: the days to come, and at most so many of those that passed. */
const most = { toCome: 3, passed: 2 }

/** The next days, the earliest first, of what the reader may see. */
export async function selectNext(
  scope: Scope,
  childId: string,
  {
    today,
    sees,
  }: { readonly today: PlainDate; readonly sees: (permission: Permission) => boolean },
): Promise<NextDate[]> {
  const { serviceId } = scope
  const contacts = sql`select 'contact' as "table", id, kind, planned_on as "on", planned_time as time, place
    from contacts where service_id = ${serviceId} and child_id = ${childId} and attendance is null`
  const parts = [
    sql`(select * from (${contacts} and planned_on < ${today}) passed order by "on" desc limit ${sql.lit(most.passed)})`,
    sql`(select * from (${contacts} and planned_on >= ${today}) planned order by "on", time limit ${sql.lit(most.toCome)})`,
    ...(sees('panel.open')
      ? [
          sql`select 'panel', p.id, 'panel', p.held_on, p.starts_at, p.place from referrals r
            join panel_listings l on l.service_id = r.service_id and l.referral_id = r.id and l.withdrawn_on is null
            join panels p on p.service_id = l.service_id and p.id = l.panel_id and p.held_on >= ${today}
            where r.service_id = ${serviceId} and r.child_id = ${childId} and r.closed_on is null`,
        ]
      : []),
    ...(sees('event.open')
      ? [
          sql`select 'event', id, kind, review_on, null, null from case_events
            where service_id = ${serviceId} and child_id = ${childId} and review_on >= ${today} and withdrawn_on is null`,
        ]
      : []),
  ]
  const { rows } =
    await sql<NextDate>`select * from (${sql.join(parts, sql` union all `)}) every_kind
    order by "on", time nulls last, id limit ${sql.lit(most.passed + most.toCome)}`.execute(
      scope.db,
    )
  return rows
}

/** What a new contact would belong to: the work that is open, else an open out-of-court referral; null: there is neither. */
export async function selectOpenCase(
  scope: Scope,
  childId: string,
): Promise<{ interventionId: string } | { referralId: string } | null> {
  const { rows } = await sql<{ isWork: boolean; id: string }>`
    select true as is_work, id, started_on as "on" from interventions
      where service_id = ${scope.serviceId} and child_id = ${childId} and ended_on is null
    union all
    select false, id, received_on from referrals
      where service_id = ${scope.serviceId} and child_id = ${childId} and closed_on is null and kind = 'out-of-court'
    order by is_work desc, "on" desc limit 1`.execute(scope.db)
  const [first] = rows
  if (first === undefined) return null
  return first.isWork ? { interventionId: first.id } : { referralId: first.id }
}
