import type { Answers } from '#domain/assessment/answers.ts'
import type { FormDefinition } from '#domain/assessment/form-definition.ts'
import { withOwnQuestions } from '#domain/assessment/own-questions.ts'
import { answersForReview } from '#domain/assessment/review-answers.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Assessment } from '#records/assessments.ts'
import { listOwnQuestions, readFormOf } from '#records/own-questions.ts'
import type { Scope } from '#records/scope.ts'

/** What a review of an assessment opens with, in the form that the review is written in. */
export async function readAnswersForReview(
  scope: Scope,
  reviewed: Assessment,
  form: FormDefinition,
  today: PlainDate,
): Promise<Answers> {
  const { answers } = reviewed
  const now = withOwnQuestions(form, await listOwnQuestions(scope), { answers, on: today })
  return answersForReview(now, await readFormOf(scope, reviewed, today), answers)
}
