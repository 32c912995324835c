import { listOwnQuestions } from '#records/own-questions.ts'
import { page } from '../page.ts'
import { questionsBody } from './questions.html.ts'

export const assessmentQuestionsPage = page({
  permission: 'assessment-question.change',
  load: ({ scope }) => listOwnQuestions(scope),
  view: (questions, _shown, { today }) => ({
    title: 'Our own questions',
    body: questionsBody(questions, today),
  }),
})
