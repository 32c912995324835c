import type { Temporal } from 'temporal-polyfill'
import type { EventDraft, EventGuardFacts } from '#domain/events/event-draft.ts'
import { eventKinds, type EventKind } from '#domain/vocabulary/events.ts'
import { NotFound } from '#platform/http/errors.ts'
import { listAgreements } from './agreements.ts'
import { insertAuditEntry } from './audit.ts'
import { readCode } from './codes.ts'
import type { Scope } from './scope.ts'

type PlainDate = Temporal.PlainDate

/** What happened to a child or what was done. Never edited: a mistake is withdrawn and stays in sight. */
export interface CaseEvent {
  readonly id: string
  readonly childId: string
  readonly referralId: string | null
  readonly interventionId: string | null
  readonly kind: EventKind
  readonly topic: string | null
  readonly aboutId: string | null
  readonly on: PlainDate
  readonly reviewOn: PlainDate | null
  /** Who was there or was told, as it was written. */
  readonly people: string | null
  readonly note: string
  readonly withdrawnOn: PlainDate | null
  readonly withdrawnBecause: string | null
  readonly recordedAt: Temporal.Instant
  readonly recordedBy: string | null
  readonly recordedByName: string | null
}

function selectEvents(scope: Scope, childId: string) {
  return scope.db
    .selectFrom('caseEvents as e')
    .leftJoin('staff as s', join =>
      join.onRef('s.serviceId', '=', 'e.serviceId').onRef('s.id', '=', 'e.recordedBy'),
    )
    .select([
      'e.id',
      'e.childId',
      'e.referralId',
      'e.interventionId',
      'e.kind',
      'e.topic',
      'e.aboutId',
      'e.happenedOn as on',
      'e.reviewOn',
      'e.people',
      'e.note',
      'e.withdrawnOn',
      'e.withdrawnBecause',
      'e.recordedAt',
      'e.recordedBy',
      's.name as recordedByName',
    ])
    .where('e.serviceId', '=', scope.serviceId)
    .where('e.childId', '=', childId)
}

/**
 * One event of this child.
 *
 * @throws NotFound when there is none, or it is another child's
 */
export async function findEvent(
  scope: Scope,
  about: { readonly childId: string; readonly eventId: string },
): Promise<CaseEvent> {
  const row = await selectEvents(scope, about.childId)
    .where('e.id', '=', about.eventId)
    .executeTakeFirst()
  if (row === undefined) throw new NotFound()
  return { ...row, kind: readCode(eventKinds, row.kind) }
}

/** The child's events, latest first, those withdrawn among them. @param most no more than this many */
export async function listEvents(
  scope: Scope,
  childId: string,
  most: number | null = null,
): Promise<CaseEvent[]> {
  const query = selectEvents(scope, childId)
    .orderBy('e.happenedOn', 'desc')
    .orderBy('e.recordedAt', 'desc')
    .orderBy('e.id')
  const rows = await (most === null ? query : query.limit(most)).execute()
  return rows.map(row => ({ ...row, kind: readCode(eventKinds, row.kind) }))
}

/** What the guards in front of an event read: what stands recorded of the child and was agreed, and the event as it is to be. */
export async function readEventGuardFacts(
  scope: Scope,
  childId: string,
  draft: EventDraft,
): Promise<EventGuardFacts> {
  const events = await listEvents(scope, childId)
  return {
    draft,
    events: events.filter(({ withdrawnOn }) => withdrawnOn === null).toReversed(),
    agreements: await listAgreements(scope, childId),
  }
}

interface NewEvent extends EventDraft {
  readonly childId: string
  readonly referralId: string | null
  readonly interventionId: string | null
  readonly people: string | null
  readonly note: string
}

/** Records an event, and who did, and returns its id. */
export async function insertEvent(scope: Scope, { on, ...event }: NewEvent): Promise<string> {
  const { id } = await scope.db
    .insertInto('caseEvents')
    .values({
      serviceId: scope.serviceId,
      ...event,
      happenedOn: on,
      recordedBy: scope.staffId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await insertAuditEntry(scope, {
    action: 'event.recorded',
    childId: event.childId,
    subjectId: id,
  })
  return id
}
