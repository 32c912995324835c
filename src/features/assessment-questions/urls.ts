/** The questions that the service has added to its assessments. */
export const assessmentQuestionsUrl = '/assessment-questions'

/** Where a question is added. */
export const newQuestionUrl = '/assessment-questions/new'

/** Where a question is ended. */
export function endQuestionUrl(questionId: string): string {
  return `/assessment-questions/${questionId}/end`
}
