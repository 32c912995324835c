import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Scope } from './scope.ts'

type PlainDate = Temporal.PlainDate

/** What an event can belong to: work with the child, or a referral that led to none. */
export interface EventCase {
  readonly id: string
  /** A code of `interventionKinds`; null: a referral. */
  readonly kind: string | null
  readonly referralId: string | null
  readonly startedOn: PlainDate
  readonly endedOn: PlainDate | null
}

/** The child's cases, open ones first, then the latest. Work begins with the referral that it came from. */
export async function listEventCases(scope: Scope, childId: string): Promise<EventCase[]> {
  const { rows } = await sql<EventCase>`
    select i.id, i.kind, i.referral_id, least(r.received_on, i.started_on) as started_on, i.ended_on
    from interventions i left join referrals r on r.service_id = i.service_id and r.id = i.referral_id
    where i.service_id = ${scope.serviceId} and i.child_id = ${childId}
    union all
    select r.id, null, r.id, r.received_on, r.closed_on
    from referrals r
    where r.service_id = ${scope.serviceId} and r.child_id = ${childId} and r.kind = 'out-of-court'
      and not exists (select from interventions i where i.service_id = r.service_id and i.referral_id = r.id)`.execute(
    scope.db,
  )
  return rows.toSorted(
    (a, b) =>
      Number(a.endedOn !== null) - Number(b.endedOn !== null) ||
      b.startedOn.since(a.startedOn).sign,
  )
}
