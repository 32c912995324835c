import type { Temporal } from 'temporal-polyfill'
import type { Answers } from '#domain/assessment/answers.ts'
import type { FormDefinition } from '#domain/assessment/form-definition.ts'
import {
  ownQuestionTypes,
  withOwnQuestions,
  type OwnQuestion,
} from '#domain/assessment/own-questions.ts'
import { formToRead, type FormName } from './assessment-forms.ts'
import { readCode } from './codes.ts'
import type { Scope } from './scope.ts'

type PlainDate = Temporal.PlainDate

/** The service's own questions of every day, in the order in which they were added. */
export async function listOwnQuestions(scope: Scope): Promise<OwnQuestion[]> {
  const rows = await scope.db
    .selectFrom('ownQuestions')
    .select(['id', 'section', 'title', 'help', 'type', 'choices', 'startsOn', 'endsOn'])
    .where('serviceId', '=', scope.serviceId)
    .orderBy('recordedAt')
    .orderBy('id')
    .execute()
  return rows.map(({ type, choices, ...row }) => ({
    ...row,
    type: readCode(ownQuestionTypes, type),
    choices: choices === null ? [] : choices.split('\n'),
  }))
}

/**
 * The form of an assessment with the service's own questions in it.
 *
 * @param today for a draft; a completed assessment has the questions of the day on which it was completed
 */
export async function readFormOf(
  scope: Scope,
  assessment: FormName & { readonly answers: Answers; readonly completedOn: PlainDate | null },
  today: PlainDate,
): Promise<FormDefinition> {
  const form = formToRead(assessment, assessment.answers)
  const on = assessment.completedOn ?? today
  const { answers } = assessment
  return withOwnQuestions(form, await listOwnQuestions(scope), { answers, on })
}
