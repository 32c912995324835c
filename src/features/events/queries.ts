import { sql } from 'kysely'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { insertAuditEntry } from '#records/audit.ts'
import type { Scope } from '#records/scope.ts'

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
