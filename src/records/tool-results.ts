import type { Temporal } from 'temporal-polyfill'
import type { Answers } from '#domain/assessment/answers.ts'
import { NotFound } from '#platform/http/errors.ts'
import { storedAnswers } from './assessment-forms.ts'
import { insertAuditEntry } from './audit.ts'
import type { Scope } from './scope.ts'

type PlainDate = Temporal.PlainDate

/** What was found with a tool on a day. Never edited: a mistake is withdrawn and stays in sight. */
export interface ToolResult {
  readonly id: string
  readonly childId: string
  readonly eventId: string | null
  readonly tool: string
  readonly toolVersion: number
  readonly doneOn: PlainDate
  readonly answers: Answers
  /** The day it was withdrawn, by itself or with its event; null: it stands. */
  readonly withdrawnOn: PlainDate | null
  readonly withdrawnBecause: string | null
  readonly recordedAt: Temporal.Instant
  readonly recordedBy: string | null
  readonly recordedByName: string | null
}

function selectResults(scope: Scope, childId: string) {
  return scope.db
    .selectFrom('toolResults as t')
    .leftJoin('caseEvents as e', join =>
      join.onRef('e.serviceId', '=', 't.serviceId').onRef('e.id', '=', 't.eventId'),
    )
    .leftJoin('staff as s', join =>
      join.onRef('s.serviceId', '=', 't.serviceId').onRef('s.id', '=', 't.recordedBy'),
    )
    .select(['t.id', 't.childId', 't.eventId', 't.tool', 't.toolVersion', 't.doneOn', 't.answers'])
    .select(['t.recordedAt', 't.recordedBy', 's.name as recordedByName'])
    .select(({ fn }) => [
      fn.coalesce('t.withdrawnOn', 'e.withdrawnOn').as('withdrawnOn'),
      fn.coalesce('t.withdrawnBecause', 'e.withdrawnBecause').as('withdrawnBecause'),
    ])
    .where('t.serviceId', '=', scope.serviceId)
    .where('t.childId', '=', childId)
}

/** The child's results of all tools, latest first, those withdrawn among them. */
export async function listToolResults(scope: Scope, childId: string): Promise<ToolResult[]> {
  const rows = await selectResults(scope, childId)
    .orderBy('t.doneOn', 'desc')
    .orderBy('t.recordedAt', 'desc')
    .orderBy('t.id')
    .execute()
  return rows.map(row => ({ ...row, answers: storedAnswers.parse(row.answers) }))
}

/**
 * One result of this child.
 *
 * @throws NotFound when there is none, or it is another child's
 */
export async function findToolResult(
  scope: Scope,
  { childId, resultId }: { readonly childId: string; readonly resultId: string },
): Promise<ToolResult> {
  const row = await selectResults(scope, childId).where('t.id', '=', resultId).executeTakeFirst()
  if (row === undefined) throw new NotFound()
  return { ...row, answers: storedAnswers.parse(row.answers) }
}

interface NewToolResult {
  readonly childId: string
  readonly eventId: string | null
  readonly tool: string
  readonly toolVersion: number
  readonly doneOn: PlainDate
  readonly answers: Answers
}

/** Records a result, and who did, and returns its id. */
export async function insertToolResult(scope: Scope, result: NewToolResult): Promise<string> {
  const { id } = await scope.db
    .insertInto('toolResults')
    .values({
      ...result,
      serviceId: scope.serviceId,
      answers: JSON.stringify(result.answers),
      recordedBy: scope.staffId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { childId } = result
  await insertAuditEntry(scope, { action: 'tool.recorded', childId, subjectId: id })
  return id
}

/** Takes a result back, with the event that was recorded together with it; both stay to be read, with why. */
export async function withdrawToolResult(
  scope: Scope,
  { id, childId, eventId }: Pick<ToolResult, 'id' | 'childId' | 'eventId'>,
  { on, because }: { readonly on: PlainDate; readonly because: string },
): Promise<void> {
  const withdrawn = { withdrawnOn: on, withdrawnBecause: because }
  await scope.db
    .updateTable('toolResults')
    .set(withdrawn)
    .where('serviceId', '=', scope.serviceId)
    .where('childId', '=', childId)
    .where('id', '=', id)
    .execute()
  await insertAuditEntry(scope, { action: 'tool.withdrawn', childId, subjectId: id })
  if (eventId === null) return
  await scope.db
    .updateTable('caseEvents')
    .set(withdrawn)
    .where('serviceId', '=', scope.serviceId)
    .where('childId', '=', childId)
    .where('id', '=', eventId)
    .execute()
  await insertAuditEntry(scope, { action: 'event.withdrawn', childId, subjectId: eventId })
}
