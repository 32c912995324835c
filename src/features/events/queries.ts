import { sql } from 'kysely'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { insertAuditEntry } from '#records/audit.ts'
import type { Scope } from '#records/scope.ts'

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
export async function selectCases(scope: Scope, childId: string): Promise<EventCase[]> {
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

/** A record of the child that an event is about. */
export interface AboutRecord {
  readonly id: string
  readonly table: 'event' | 'contact' | 'assessment' | 'plan' | 'referral' | 'work' | 'decision'
  /** The code of its kind in the vocabulary of its table; for an assessment its form. */
  readonly kind: string
  readonly on: PlainDate
}

/** The record of this child with this id, whatever it is, or undefined. */
export async function findOptionalAbout(
  scope: Scope,
  childId: string,
  id: string,
): Promise<AboutRecord | undefined> {
  const ofChild = sql<boolean>`service_id = ${scope.serviceId} and child_id = ${childId} and id = ${id}`
  const { rows } = await sql<AboutRecord>`
    select id, 'event' as "table", kind, happened_on as "on" from case_events where ${ofChild}
    union all select id, 'contact', kind, planned_on from contacts where ${ofChild}
    union all select id, 'assessment', form, started_on from assessments where ${ofChild}
    union all select id, 'plan', 'plan', written_on from plans where ${ofChild}
    union all select id, 'referral', kind, received_on from referrals where ${ofChild}
    union all select id, 'work', kind, started_on from interventions where ${ofChild}
    union all select id, 'decision', kind, decided_on from outcomes where ${ofChild}`.execute(
    scope.db,
  )
  return rows[0]
}

/** The assessment that a review would begin from, and the open work that a new plan would belong to; null where there is none. */
export async function selectReviewed(
  scope: Scope,
  childId: string,
): Promise<{ readonly assessmentId: string | null; readonly workId: string | null }> {
  const assessment = await scope.db
    .selectFrom('assessments')
    .select('id')
    .where('serviceId', '=', scope.serviceId)
    .where('childId', '=', childId)
    .where('completedOn', 'is not', null)
    .orderBy('completedOn', 'desc')
    .orderBy('id')
    .executeTakeFirst()
  const work = await scope.db
    .selectFrom('interventions')
    .select('id')
    .where('serviceId', '=', scope.serviceId)
    .where('childId', '=', childId)
    .where('endedOn', 'is', null)
    .orderBy('startedOn', 'desc')
    .orderBy('id')
    .executeTakeFirst()
  return { assessmentId: assessment?.id ?? null, workId: work?.id ?? null }
}

/** Takes an event back; it stays to be read, with why. */
export async function updateWithdrawn(
  scope: Scope,
  event: { readonly id: string; readonly childId: string },
  { on, because }: { readonly on: PlainDate; readonly because: string },
): Promise<void> {
  await scope.db
    .updateTable('caseEvents')
    .set({ withdrawnOn: on, withdrawnBecause: because })
    .where('serviceId', '=', scope.serviceId)
    .where('childId', '=', event.childId)
    .where('id', '=', event.id)
    .execute()
  const entry = { childId: event.childId, subjectId: event.id }
  await insertAuditEntry(scope, { action: 'event.withdrawn', ...entry })
}
