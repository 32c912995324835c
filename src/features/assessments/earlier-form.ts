import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { textAnswer } from '#domain/assessment/answers.ts'
import type { AssessmentContent } from '#domain/assessment/assessment.ts'
import { judgementQuestions, type FormDefinition } from '#domain/assessment/form-definition.ts'
import { formToRead, storedAnswers } from '#records/assessment-forms.ts'
import type { Assessment } from '#records/assessments.ts'
import type { Scope } from '#records/scope.ts'

/** A draft as it was on the form before. */
export interface EarlierForm {
  readonly form: FormDefinition
  readonly content: AssessmentContent
  readonly until: Temporal.Instant
}

const earlierRow = z.object({ form: z.string(), form_version: z.int(), answers: storedAnswers })

/** What a draft said at the moment before it went on in a deeper form, from the row's history; null where it never did. */
export async function findEarlierForm(
  scope: Scope,
  { id, form }: Pick<Assessment, 'id' | 'form'>,
): Promise<EarlierForm | null> {
  const rows = await scope.db
    .selectFrom('rowHistory')
    .select(['was', 'replacedAt'])
    .where('serviceId', '=', scope.serviceId)
    .where('tableName', '=', 'assessments')
    .where('rowId', '=', id)
    .orderBy('id', 'desc')
    .execute()
  const found = rows
    .map(({ was, replacedAt }) => ({ was: earlierRow.parse(was), until: replacedAt }))
    .find(({ was }) => was.form !== form)
  if (found === undefined) return null
  const { was, until } = found
  const { answers } = was
  const read = formToRead({ form: was.form, formVersion: was.form_version }, answers)
  const judgements = judgementQuestions(read).map(({ kind, levels, levelKey, reasonsKey }) => ({
    kind,
    level: levels.find(level => level === textAnswer(answers, levelKey)) ?? null,
    reasons: textAnswer(answers, reasonsKey),
  }))
  return { form: read, content: { answers, judgements }, until }
}
