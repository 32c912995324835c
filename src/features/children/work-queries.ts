import { sql } from 'kysely'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Scope } from '#records/scope.ts'

export interface WorkRow {
  readonly id: string
  readonly kind: string
  readonly startedOn: PlainDate
  readonly endedOn: PlainDate | null
  readonly result: string | null
  readonly worker: string | null
  readonly planId: string | null
}

/** All that there was, or what is open now. */
type Which = 'all' | 'open'

/** Periods of work, the latest first, each with who holds it and its latest plan. */
export async function selectWork(
  scope: Scope,
  childId: string,
  which: Which = 'all',
): Promise<WorkRow[]> {
  const { rows } = await sql<WorkRow>`
    select i.id, i.kind, i.started_on, i.ended_on, i.result,
      (select s.name
        from allocations a join staff s on s.service_id = a.service_id and s.id = a.staff_id
        where a.service_id = i.service_id and a.intervention_id = i.id and a.role = 'lead'
        order by a.started_on desc, a.recorded_at desc limit 1) as worker,
      (select p.id from plans p
        where p.service_id = i.service_id and p.intervention_id = i.id
        order by p.written_on desc, p.recorded_at desc limit 1) as plan_id
    from interventions i
    where i.service_id = ${scope.serviceId} and i.child_id = ${childId}
      ${which === 'open' ? sql`and i.ended_on is null` : sql``}
    order by i.ended_on is not null, i.started_on desc`.execute(scope.db)
  return rows
}

export interface ReferralRow {
  readonly id: string
  readonly kind: string
  readonly receivedOn: PlainDate
  readonly closedOn: PlainDate | null
  readonly offences: string | null
  readonly outcomeId: string | null
  readonly outcomeKind: string | null
  readonly outcomeName: string | null
  readonly decidedOn: PlainDate | null
}

/** Referrals, the latest first, with what they were about and what was decided. */
export async function selectReferrals(
  scope: Scope,
  childId: string,
  which: Which = 'all',
): Promise<ReferralRow[]> {
  const { rows } = await sql<ReferralRow>`
    select r.id, r.kind, r.received_on, r.closed_on, o.id as outcome_id, o.kind as outcome_kind,
      n.name as outcome_name, o.decided_on,
      (select string_agg(f.title, ', ' order by f.occurred_on, f.title) from offences f
        where f.service_id = r.service_id and f.referral_id = r.id) as offences
    from referrals r
    left join lateral (
      select * from outcomes o
      where o.service_id = r.service_id and o.referral_id = r.id
      order by o.decided_on desc limit 1) o on true
    left join outcome_names n on n.service_id = o.service_id and n.id = o.local_name
    where r.service_id = ${scope.serviceId} and r.child_id = ${childId}
      ${which === 'open' ? sql`and r.closed_on is null` : sql``}
    order by r.received_on desc`.execute(scope.db)
  return rows
}
