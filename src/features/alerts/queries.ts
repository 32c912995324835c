import type { Updateable } from 'kysely'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { AlertKind } from '#domain/vocabulary/alerts.ts'
import { insertAuditEntry } from '#records/audit.ts'
import type { AlertsTable } from '#records/schema.ts'
import type { Scope } from '#records/scope.ts'

export interface AlertContent {
  readonly kind: AlertKind
  readonly what: string
  readonly whatToDo: string
  readonly ownerId: string
  readonly startedOn: PlainDate
  readonly reviewOn: PlainDate
}

/** Writes an alert with its audit entry, and returns its id. */
export async function insertAlert(
  scope: Scope,
  childId: string,
  content: AlertContent,
): Promise<string> {
  const { id } = await scope.db
    .insertInto('alerts')
    .values({ serviceId: scope.serviceId, childId, ...content, recordedBy: scope.staffId })
    .returning('id')
    .executeTakeFirstOrThrow()
  await insertAuditEntry(scope, { action: 'alert.recorded', childId, subjectId: id })
  return id
}

/** Changes an alert, with an audit entry; what it was stays in its history. */
export async function updateAlert(
  scope: Scope,
  alert: { readonly childId: string; readonly alertId: string },
  change: {
    readonly action: 'alert.changed' | 'alert.reviewed' | 'alert.ended'
    readonly set: Pick<
      Updateable<AlertsTable>,
      | 'kind'
      | 'what'
      | 'whatToDo'
      | 'ownerId'
      | 'startedOn'
      | 'reviewOn'
      | 'endedOn'
      | 'endedBecause'
    >
  },
): Promise<void> {
  const { childId, alertId } = alert
  await scope.db
    .updateTable('alerts')
    .set(change.set)
    .where('serviceId', '=', scope.serviceId)
    .where('childId', '=', childId)
    .where('id', '=', alertId)
    .execute()
  await insertAuditEntry(scope, { action: change.action, childId, subjectId: alertId })
}
