import type { AlongsideRoute } from '../page.ts'
import { endQuestionPage } from './end-question.ts'
import { newQuestionPage } from './new-question.ts'
import { assessmentQuestionsPage } from './questions.ts'

export const assessmentQuestionsRoutes: readonly AlongsideRoute[] = [
  { url: '/assessment-questions', page: assessmentQuestionsPage },
  { url: '/assessment-questions/new', page: newQuestionPage },
  { url: '/assessment-questions/:questionId/end', page: endQuestionPage },
]
