import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { OutcomeToServe, ReferralToOpenFrom } from '#domain/interventions/open-intervention.ts'
import { isOutcomeKind } from '#domain/vocabulary/outcomes.ts'
import type {
  FeedbackVoice,
  InterventionKind,
  InterventionResult,
} from '#domain/vocabulary/work.ts'
import type { Scope } from '#records/scope.ts'

type PlainDate = Temporal.PlainDate

export type OutcomeToChoose = OutcomeToServe & { readonly localName: string | null }

/** All outcomes of the child, latest first, each with whether work is open for it. */
export async function selectOutcomesToServe(
  scope: Scope,
  childId: string,
): Promise<OutcomeToChoose[]> {
  const { rows } = await sql<Omit<OutcomeToChoose, 'kind'> & { kind: string }>`
    select o.id, o.kind, n.name as local_name, o.decided_on, o.referral_id, exists (
      select from intervention_outcomes l
      join interventions i on i.service_id = l.service_id and i.id = l.intervention_id
      where l.service_id = o.service_id and l.outcome_id = o.id and i.ended_on is null) as has_open_work
    from outcomes o
    left join outcome_names n on n.service_id = o.service_id and n.id = o.local_name
    where o.service_id = ${scope.serviceId} and o.child_id = ${childId}
    order by o.decided_on desc, o.id`.execute(scope.db)
  return rows.flatMap(row => (isOutcomeKind(row.kind) ? [{ ...row, kind: row.kind }] : []))
}

/** The child's referrals, by id. */
export async function selectReferrals(
  scope: Scope,
  childId: string,
): Promise<Map<string, ReferralToOpenFrom>> {
  const rows = await scope.db
    .selectFrom('referrals')
    .select(['id', 'receivedOn', 'closedOn'])
    .where('serviceId', '=', scope.serviceId)
    .where('childId', '=', childId)
    .execute()
  return new Map(rows.map(row => [row.id, row]))
}

export async function insertIntervention(
  scope: Scope,
  work: {
    readonly childId: string
    readonly referralId: string | null
    readonly kind: InterventionKind
    readonly startedOn: PlainDate
    readonly serves: readonly string[]
  },
): Promise<string> {
  const { serves, ...row } = work
  const { serviceId } = scope
  const { id } = await scope.db
    .insertInto('interventions')
    .values({ serviceId, recordedBy: scope.staffId, ...row })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (serves.length > 0) {
    await scope.db
      .insertInto('interventionOutcomes')
      .values(serves.map(outcomeId => ({ serviceId, interventionId: id, outcomeId })))
      .execute()
  }
  return id
}

/** The work has begun, so nothing more is to be done about the referral. */
export async function updateReferralClosed(
  scope: Scope,
  about: { readonly childId: string; readonly referralId: string; readonly closedOn: PlainDate },
): Promise<void> {
  await scope.db
    .updateTable('referrals')
    .set({ closedOn: about.closedOn, closedBecause: 'Work with the child has started' })
    .where('serviceId', '=', scope.serviceId)
    .where('childId', '=', about.childId)
    .where('id', '=', about.referralId)
    .execute()
}

/** Contacts planned while the referral was in hand belong to the work from now on, so that they can still be moved. */
export async function updatePlannedContactsMoved(
  scope: Scope,
  about: { readonly childId: string; readonly referralId: string; readonly interventionId: string },
): Promise<void> {
  await scope.db
    .updateTable('contacts')
    .set({ interventionId: about.interventionId })
    .where('serviceId', '=', scope.serviceId)
    .where('childId', '=', about.childId)
    .where('referralId', '=', about.referralId)
    .where('attendance', 'is', null)
    .execute()
}

interface Feedback {
  readonly voice: FeedbackVoice
  readonly whatHelped: string
  readonly whatToChange: string
}

export async function updateInterventionClosed(
  scope: Scope,
  about: { readonly childId: string; readonly interventionId: string },
  closing: {
    readonly endedOn: PlainDate
    readonly result: InterventionResult
    readonly achieved: string
    readonly feedback: readonly Feedback[]
  },
): Promise<void> {
  const { serviceId } = scope
  const { endedOn, result, achieved, feedback } = closing
  await scope.db
    .updateTable('interventions')
    .set({ endedOn, result, achieved })
    .where('serviceId', '=', serviceId)
    .where('childId', '=', about.childId)
    .where('id', '=', about.interventionId)
    .execute()
  if (feedback.length === 0) return
  const { childId, interventionId } = about
  const row = { serviceId, childId, interventionId, givenOn: endedOn, recordedBy: scope.staffId }
  await scope.db
    .insertInto('feedback')
    .values(feedback.map(one => ({ ...row, ...one })))
    .execute()
}

/** Contacts that will not happen, because the work is closed. */
export async function updateContactsCancelled(
  scope: Scope,
  about: { readonly childId: string; readonly contactIds: readonly string[] },
  noted: { readonly by: string; readonly at: Temporal.Instant },
): Promise<void> {
  if (about.contactIds.length === 0) return
  await scope.db
    .updateTable('contacts')
    .set({ attendance: 'service-cancelled', notedBy: noted.by, notedAt: noted.at })
    .where('serviceId', '=', scope.serviceId)
    .where('childId', '=', about.childId)
    .where('id', 'in', about.contactIds)
    .where('attendance', 'is', null)
    .execute()
}
