import type { Condition, FormDefinition, Question, Section } from './form-definition.ts'

/** One row of a `rows` question, by the keys of its columns. */
export type AnswerRow = Readonly<Record<string, string>>

/** An answer as it is kept: a text, a code, a day as `2026-03-01`; several codes; or rows. */
export type Answer = string | readonly string[] | readonly AnswerRow[]

/** What has been answered, by the keys of the questions. */
export type Answers = Readonly<Record<string, Answer>>

/** An answer that is one text; empty where there is none. */
export function textAnswer(answers: Answers, key: string): string {
  const answer = answerTo(answers, key)
  return typeof answer === 'string' ? answer : ''
}

/** An answer that is several codes; empty where there is none. */
export function codesAnswer(answers: Answers, key: string): string[] {
  const answer = answerTo(answers, key)
  if (answer === undefined || typeof answer === 'string') return []
  return answer.filter(part => typeof part === 'string')
}

/** An answer that is rows; empty where there is none. */
export function rowsAnswer(answers: Answers, key: string): AnswerRow[] {
  const answer = answerTo(answers, key)
  if (answer === undefined || typeof answer === 'string') return []
  return answer.filter(part => typeof part !== 'string')
}

/** True where something is written or chosen under the key. */
export function isAnswered(answers: Answers, key: string): boolean {
  const answer = answerTo(answers, key)
  if (answer === undefined) return false
  return typeof answer === 'string' ? answer.trim() !== '' : answer.length > 0
}

function answerTo(answers: Answers, key: string): Answer | undefined {
  return Object.hasOwn(answers, key) ? answers[key] : undefined
}

/** True where the answers open what stands under this condition; without one it is open. */
export function isOpen(condition: Condition | undefined, answers: Answers): boolean {
  if (condition === undefined) return true
  const given = [
    textAnswer(answers, condition.question),
    ...codesAnswer(answers, condition.question),
  ]
  return condition.is.some(code => given.includes(code))
}

/** The sections of a form that the answers open. */
export function openSections({ sections }: FormDefinition, answers: Answers): Section[] {
  return sections.filter(({ when }) => isOpen(when, answers))
}

/** The questions of a section that the answers open. */
export function openQuestions({ questions }: Section, answers: Answers): Question[] {
  return questions.filter(({ when }) => isOpen(when, answers))
}
