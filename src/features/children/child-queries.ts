import { sql } from 'kysely'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Scope } from '#records/scope.ts'

/** Who is around the child now. */
export async function selectRelationships(scope: Scope, childId: string) {
  return await scope.db
    .selectFrom('relationships')
    .select([
      'id',
      'kind',
      'name',
      'phone',
      'livesWithChild',
      'hasParentalResponsibility',
      'relatedChildId',
    ])
    .where('serviceId', '=', scope.serviceId)
    .where('childId', '=', childId)
    .where('endedOn', 'is', null)
    .orderBy('hasParentalResponsibility', 'desc')
    .orderBy('name')
    .execute()
}

export interface WorkRow {
  readonly id: string
  readonly kind: string
  readonly startedOn: PlainDate
  readonly endedOn: PlainDate | null
  readonly result: string | null
  readonly worker: string | null
  readonly planId: string | null
}

/** Periods of work, the latest first, each with who holds it and its latest plan. */
export async function selectWork(scope: Scope, childId: string): Promise<WorkRow[]> {
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
export async function selectReferrals(scope: Scope, childId: string): Promise<ReferralRow[]> {
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
    order by r.received_on desc`.execute(scope.db)
  return rows
}

export interface ContactRow {
  readonly id: string
  readonly kind: string
  readonly plannedOn: PlainDate
  readonly plannedTime: string | null
  readonly place: string | null
  readonly attendance: string | null
  readonly note: string | null
  readonly worker: string
}

/** Contacts that have been, the latest first, and no more than the page shows. */
export async function selectLatestContacts(
  scope: Scope,
  childId: string,
  today: PlainDate,
): Promise<ContactRow[]> {
  return await contactsOf(scope, childId)
    .where('contacts.plannedOn', '<=', today)
    .where('contacts.attendance', 'is not', null)
    .orderBy('contacts.plannedOn', 'desc')
    .orderBy('contacts.plannedTime', 'desc')
    .limit(8)
    .execute()
}

/** Contacts that are planned, or were and are not recorded yet, the earliest first. */
export async function selectOpenContacts(scope: Scope, childId: string): Promise<ContactRow[]> {
  return await contactsOf(scope, childId)
    .where('contacts.attendance', 'is', null)
    .orderBy('contacts.plannedOn')
    .orderBy('contacts.plannedTime')
    .limit(8)
    .execute()
}

function contactsOf(scope: Scope, childId: string) {
  return scope.db
    .selectFrom('contacts')
    .innerJoin('staff', join =>
      join
        .onRef('staff.serviceId', '=', 'contacts.serviceId')
        .onRef('staff.id', '=', 'contacts.staffId'),
    )
    .select([
      'contacts.id',
      'contacts.kind',
      'contacts.plannedOn',
      'contacts.plannedTime',
      'contacts.place',
      'contacts.attendance',
      'contacts.note',
      'staff.name as worker',
    ])
    .where('contacts.serviceId', '=', scope.serviceId)
    .where('contacts.childId', '=', childId)
}

/** The latest completed assessment with how safe the child was judged to be, or undefined. */
export async function selectLatestSafety(scope: Scope, childId: string) {
  return await scope.db
    .selectFrom('assessments')
    .innerJoin('judgements', join =>
      join
        .onRef('judgements.serviceId', '=', 'assessments.serviceId')
        .onRef('judgements.assessmentId', '=', 'assessments.id')
        .on('judgements.kind', '=', 'safety-and-wellbeing'),
    )
    .select(['assessments.id', 'assessments.completedOn', 'judgements.level', 'judgements.reasons'])
    .where('assessments.serviceId', '=', scope.serviceId)
    .where('assessments.childId', '=', childId)
    .where('assessments.completedOn', 'is not', null)
    .orderBy('assessments.completedOn', 'desc')
    .limit(1)
    .executeTakeFirst()
}
