import type { Answer, Answers } from './answers.ts'
import { questionsOf, type FormDefinition, type Question } from './form-definition.ts'

/** True for a question that a review opens empty, because it has to be thought anew. @source OM section 2.5 */
export function isAfresh(question: Question): boolean {
  return 'afresh' in question && question.afresh === true
}

/**
 * What a review opens with: last time’s answers to the questions that both forms ask in the same way, without those that are written
 * afresh. Judgements and what was still open of the record are not among them.
 *
 * @param now the form of the review, with the service's own questions
 * @param before the form of the assessment that is reviewed
 * @source OM section 2.5
 * @interpretation Facts stay until somebody changes them; the voices of child and family, and what we make of it all, are asked anew.
 */
export function answersForReview(
  now: FormDefinition,
  before: FormDefinition,
  answers: Answers,
): Answers {
  const types = new Map(questionsOf(before).map(({ key, type }) => [key, type]))
  const carried = questionsOf(now).flatMap((question): [string, Answer][] => {
    const { key, type } = question
    const answer = answers[key]
    const isCarried = types.get(key) === type && type !== 'judgement' && !isAfresh(question)
    return isCarried && answer !== undefined ? [[key, answer]] : []
  })
  return Object.fromEntries(carried)
}
