import { sql } from 'kysely'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { AssessmentContent } from '#domain/assessment/assessment.ts'
import type { Answer, Answers } from '#domain/assessment/answers.ts'
import { judgementOf } from '#domain/assessment/complete-assessment.ts'
import { judgementQuestions, type FormDefinition } from '#domain/assessment/form-definition.ts'
import type { Assessment } from '#records/assessments.ts'
import type { Scope } from '#records/scope.ts'

interface NewDraft {
  readonly form: FormDefinition
  readonly childId: string
  readonly referralId: string | null
  readonly interventionId: string | null
  readonly reviewOf: string | null
  /** The assessment that this one goes on from, and what it takes over. */
  readonly deepens?: string
  readonly answers?: Answers
  readonly authorId: string
  readonly startedOn: PlainDate
}

/** Starts an assessment and returns its id. */
export async function insertDraft(scope: Scope, draft: NewDraft): Promise<string> {
  const { form, answers = {}, ...row } = draft
  const { id } = await scope.db
    .insertInto('assessments')
    .values({
      serviceId: scope.serviceId,
      form: form.form,
      formVersion: form.version,
      answers: JSON.stringify(answers),
      ...row,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Writes what was typed into a draft. Reasons whose level is not judged yet wait among the answers. */
export async function updateContent(
  scope: Scope,
  assessmentId: string,
  form: FormDefinition,
  content: AssessmentContent,
): Promise<void> {
  const judged = content.judgements.flatMap(({ kind, level, reasons }) =>
    level === null ? [] : [{ kind, level, reasons }],
  )
  await scope.db
    .updateTable('assessments')
    .set({ answers: JSON.stringify(withWaitingReasons(form, content)) })
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

/** The answers, with the reasons that wait for a level and without those that have one. */
function withWaitingReasons(form: FormDefinition, content: AssessmentContent): Answers {
  const asked = judgementQuestions(form)
  const reasons = new Set(asked.map(({ reasonsKey }) => reasonsKey))
  const waiting = asked.flatMap(({ kind, reasonsKey }): [string, Answer][] => {
    const judgement = judgementOf(content, kind)
    return judgement === undefined || judgement.level !== null || judgement.reasons === ''
      ? []
      : [[reasonsKey, judgement.reasons]]
  })
  const answers = Object.entries(content.answers).filter(([key]) => !reasons.has(key))
  return Object.fromEntries([...answers, ...waiting])
}

/**
 * Goes on with a draft in another form. The row's history keeps the earlier form with everything that was written in it: the judgements
 * are rows of their own, so they are written among the answers for the moment before.
 */
export async function updateForm(
  scope: Scope,
  { id, ...content }: Assessment,
  forms: { readonly from: FormDefinition; readonly to: FormDefinition },
): Promise<void> {
  const write = async (change: { form?: string; formVersion?: number; answers: string }) => {
    await scope.db
      .updateTable('assessments')
      .set(change)
      .where('serviceId', '=', scope.serviceId)
      .where('id', '=', id)
      .execute()
  }
  await write({ answers: JSON.stringify(wholeContent(forms.from, content)) })
  await write({
    form: forms.to.form,
    formVersion: forms.to.version,
    answers: JSON.stringify(withWaitingReasons(forms.from, content)),
  })
}

/** Everything written in a form as answers, judgements and all. */
function wholeContent(form: FormDefinition, content: AssessmentContent): Answers {
  const judged = judgementQuestions(form).flatMap(
    ({ kind, levelKey, reasonsKey }): [string, Answer][] => {
      const made = judgementOf(content, kind)
      if (made === undefined) return []
      const reasons: [string, Answer] = [reasonsKey, made.reasons]
      return made.level === null ? [reasons] : [[levelKey, made.level], reasons]
    },
  )
  return { ...content.answers, ...Object.fromEntries(judged) }
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
    .select(['id', 'referralId', 'kind'])
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
