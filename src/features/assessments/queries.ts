import { sql } from 'kysely'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { AssessmentContent } from '#domain/assessment/assessment.ts'
import { noAnswers, shortForm } from '#domain/assessment/short-form.ts'
import type { Scope } from '#records/scope.ts'

interface NewDraft {
  readonly childId: string
  readonly referralId: string | null
  readonly interventionId: string | null
  readonly reviewOf: string | null
  readonly authorId: string
  readonly startedOn: PlainDate
}

/** Starts an empty short assessment and returns its id. */
export async function insertDraft(scope: Scope, draft: NewDraft): Promise<string> {
  const { id } = await scope.db
    .insertInto('assessments')
    .values({
      serviceId: scope.serviceId,
      form: shortForm.form,
      formVersion: shortForm.version,
      answers: JSON.stringify(noAnswers),
      ...draft,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Writes what was typed into a draft. Reasons whose level is not judged yet wait among the answers. */
export async function updateContent(
  scope: Scope,
  assessmentId: string,
  content: AssessmentContent,
): Promise<void> {
  const judged = content.judgements.flatMap(({ kind, level, reasons }) =>
    level === null ? [] : [{ kind, level, reasons }],
  )
  const waiting = shortForm.judgements.flatMap(({ kind, reasonsField }) => {
    const judgement = content.judgements.find(one => one.kind === kind)
    return judgement === undefined || judgement.level !== null || judgement.reasons === ''
      ? []
      : [[reasonsField, judgement.reasons]]
  })
  await scope.db
    .updateTable('assessments')
    .set({ answers: JSON.stringify({ ...content.answers, ...Object.fromEntries(waiting) }) })
    .where('serviceId', '=', scope.serviceId)
    .where('id', '=', assessmentId)
    .execute()
  if (judged.length === 0) return
  await scope.db
    .insertInto('judgements')
    .values(judged.map(one => ({ serviceId: scope.serviceId, assessmentId, ...one })))
    .onConflict(conflict =>
      conflict.columns(['serviceId', 'assessmentId', 'kind']).doUpdateSet({
        level: sql`excluded.level`,
        reasons: sql`excluded.reasons`,
      }),
    )
    .execute()
}

interface Steps {
  readonly completedOn?: PlainDate | null
  readonly countersignedOn?: PlainDate
  readonly countersignedBy?: string
  readonly countersignNote?: string
}

/** Completes, countersigns or returns an assessment. */
export async function updateSteps(scope: Scope, assessmentId: string, steps: Steps): Promise<void> {
  await scope.db
    .updateTable('assessments')
    .set(steps)
    .where('serviceId', '=', scope.serviceId)
    .where('id', '=', assessmentId)
    .execute()
}

/** The child's work that is open, the latest first: a review belongs to it. */
export async function selectOpenWork(scope: Scope, childId: string) {
  return await scope.db
    .selectFrom('interventions')
    .select(['id', 'referralId'])
    .where('serviceId', '=', scope.serviceId)
    .where('childId', '=', childId)
    .where('endedOn', 'is', null)
    .orderBy('startedOn', 'desc')
    .orderBy('id')
    .execute()
}

/** True once something was decided about the referral. */
export async function isDecided(scope: Scope, referralId: string | null): Promise<boolean> {
  if (referralId === null) return false
  const outcome = await scope.db
    .selectFrom('outcomes')
    .select('id')
    .where('serviceId', '=', scope.serviceId)
    .where('referralId', '=', referralId)
    .executeTakeFirst()
  return outcome !== undefined
}
