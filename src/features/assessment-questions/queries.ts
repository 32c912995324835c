import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { OwnQuestion } from '#domain/assessment/own-questions.ts'
import type { Scope } from '#records/scope.ts'

type NewQuestion = Omit<OwnQuestion, 'id' | 'endsOn'> & { readonly recordedBy: string }

/** Adds a question of the service's own and returns its id. */
export async function insertOwnQuestion(
  scope: Scope,
  { choices, ...question }: NewQuestion,
): Promise<string> {
  const { id } = await scope.db
    .insertInto('ownQuestions')
    .values({
      serviceId: scope.serviceId,
      ...question,
      choices: question.type === 'one' ? choices.join('\n') : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Ends a question: the day is the last on which it is asked. */
export async function updateQuestionEnd(
  scope: Scope,
  questionId: string,
  endsOn: PlainDate,
): Promise<void> {
  await scope.db
    .updateTable('ownQuestions')
    .set({ endsOn })
    .where('serviceId', '=', scope.serviceId)
    .where('id', '=', questionId)
    .where('endsOn', 'is', null)
    .execute()
}
