import type { PlainDate } from '../calendar/plain-date.ts'
import { isAfter, isOnOrBefore } from '../calendar/plain-date.ts'
import { isAnswered, type Answers } from './answers.ts'
import type { FormDefinition, Question, Section } from './form-definition.ts'

/** The types that a service's own question can have. */
export const ownQuestionTypes = {
  'long-text': 'A text',
  text: 'One line',
  concern: 'Yes, no or not known',
  one: 'One of several choices',
} as const
export type OwnQuestionType = keyof typeof ownQuestionTypes

/** A question that a service has added to the national ones. */
export interface OwnQuestion {
  readonly id: string
  /** The section in which it stands, in every form that has it. */
  readonly section: string
  readonly title: string
  readonly help: string | null
  readonly type: OwnQuestionType
  /** For `one`: what can be chosen. */
  readonly choices: readonly string[]
  /** The first day on which it is asked. */
  readonly startsOn: PlainDate
  /** The last day on which it is asked; null while it goes on. */
  readonly endsOn: PlainDate | null
}

/** What the answer to a service's own question is kept under. No national key has a colon. */
export function ownKey({ id }: Pick<OwnQuestion, 'id'>): string {
  return `own:${id}`
}

/** True where the question is asked on this day. */
export function isAskedOn({ startsOn, endsOn }: OwnQuestion, on: PlainDate): boolean {
  return isOnOrBefore(startsOn, on) && (endsOn === null || !isAfter(on, endsOn))
}

/**
 * A form with the service's own questions at the end of their sections: those asked on the day, and those that are answered already.
 *
 * @param about the answers, and the day: of completing, or today for a draft
 * @interpretation A service's own question never keeps an assessment from being completed: what a panel waits for is the same everywhere.
 */
export function withOwnQuestions(
  form: FormDefinition,
  questions: readonly OwnQuestion[],
  about: { readonly answers: Answers; readonly on: PlainDate },
): FormDefinition {
  const asked = questions.filter(
    one => isAskedOn(one, about.on) || isAnswered(about.answers, ownKey(one)),
  )
  if (asked.length === 0) return form
  return { ...form, sections: form.sections.map(section => withOwn(section, asked)) }
}

function withOwn(section: Section, asked: readonly OwnQuestion[]): Section {
  const added = asked.filter(one => one.section === section.key).map(toQuestion)
  return added.length === 0 ? section : { ...section, questions: [...section.questions, ...added] }
}

function toQuestion(own: OwnQuestion): Question {
  const { title, help, type, choices } = own
  const asked = { key: ownKey(own), title, isOwn: true, ...(help !== null && { help }) }
  if (type !== 'one') return { ...asked, type }
  return { ...asked, type, options: Object.fromEntries(choices.map(choice => [choice, choice])) }
}

/** Why a question cannot be added; null when it can. */
export function ownQuestionProblem(
  question: Pick<OwnQuestion, 'type' | 'choices'>,
): { readonly field: 'choices'; readonly message: string } | null {
  const { type, choices } = question
  if (type !== 'one') return null
  const distinct = new Set(choices)
  if (distinct.size < 2) return { field: 'choices', message: 'Write at least two choices' }
  if (distinct.size < choices.length) {
    return { field: 'choices', message: 'Write each choice once' }
  }
  return null
}
