import { createHash } from 'node:crypto'
import type { FieldError, FormValues } from '#platform/forms/form.ts'
import { textOf, textsOf } from '#platform/forms/typed-values.ts'
import { choiceName, type TwoAnswers } from '#platform/views/both-versions.ts'

/** A form over a record that somebody else may change while it is open. Whoever sends second sees both versions and chooses. */
export interface RecordVersion<Context, Params, Loaded> {
  /** Makes two writers come one after the other; runs before `load` when the form is sent. */
  readonly lock: (context: Context, params: Params) => Promise<void>
  /** What the form would show of the record as it is now; null when it may not be changed and `submit` says why. */
  readonly holds: (loaded: Loaded) => FormValues | null
  /** The questions that are compared. Others, such as which button was pressed, are left out. */
  readonly questions: Questions | ((loaded: Loaded) => Questions)
  /** Who saved the record last, and when, in words; null when that is not known. */
  readonly lastSaved: (context: Context, loaded: Loaded) => Promise<SavedBy>
}

export type SavedBy = { readonly name: string; readonly at: string } | null

export interface ComparedQuestion {
  readonly field: string
  readonly title: string
  /** The inputs that a question has several of, such as the parts of a date: each is named after the field, a hyphen and the part. */
  readonly parts?: readonly string[]
  /** The names of coded answers. */
  readonly words?: Readonly<Record<string, string>>
}

type Compared =
  | { readonly kind: 'same'; readonly body: unknown }
  | { readonly kind: 'overtaken'; readonly errors: readonly FieldError[] }

type Questions = readonly ComparedQuestion[]

/** The questions that a page compares. */
export function questionsOf<Context, Params, Loaded>(
  { questions }: RecordVersion<Context, Params, Loaded>,
  loaded: Loaded,
): Questions {
  return typeof questions === 'function' ? questions(loaded) : questions
}

/** The names under which a question is sent. */
export function inputsOf({ field, parts }: ComparedQuestion): readonly string[] {
  return parts === undefined ? [field] : parts.map(part => `${field}-${part}`)
}

/** Stands for what a form holds: two records that would show the same have the same version. */
export function versionOf(questions: Questions, values: FormValues): string {
  const answers = questions.map(question => answerIn(values, question))
  return createHash('sha256').update(JSON.stringify(answers)).digest('base64url')
}

/** The version that a sent form was opened with; null when it carries none. */
export function sentVersion(body: unknown): string | null {
  return textOf(valuesIn(body), '_version') || null
}

/**
 * Whether a sent form still stands on what the record holds. Where the person has already chosen between two versions, the body comes back
 * with what they chose.
 */
export function compareVersions(
  questions: Questions,
  body: unknown,
  typed: FormValues,
  now: FormValues,
): Compared {
  const differing = differingQuestions(questions, typed, now)
  const sent = valuesIn(body)
  if (sentVersion(body) !== versionOf(questions, now)) {
    return differing.length === 0 ? { kind: 'same', body } : { kind: 'overtaken', errors: [] }
  }
  if (textOf(sent, '_choosing') === '') return { kind: 'same', body }
  const choices = differing.map(question => ({
    ...question,
    choice: textOf(sent, choiceName(question.field)),
  }))
  const open = choices.filter(({ choice }) => choice !== 'mine' && choice !== 'theirs')
  if (open.length > 0) return { kind: 'overtaken', errors: open.map(notChosen) }
  const theirs = choices.filter(({ choice }) => choice === 'theirs').flatMap(inputsOf)
  const taken = Object.fromEntries(theirs.map(name => [name, now[name] ?? '']))
  return { kind: 'same', body: { ...sent, ...taken } }
}

/** The questions that were answered in two ways, with both answers in words. */
export function twoAnswers(questions: Questions, typed: FormValues, now: FormValues): TwoAnswers[] {
  return differingQuestions(questions, typed, now).map(question => ({
    field: question.field,
    title: question.title,
    mine: inWords(question, typed),
    theirs: inWords(question, now),
  }))
}

function differingQuestions(questions: Questions, typed: FormValues, now: FormValues): Questions {
  return questions.filter(question => answerIn(typed, question) !== answerIn(now, question))
}

/** An answer without what a browser adds to it: line ends of another kind, space around it, the order of ticked boxes. */
function answerIn(values: FormValues, question: ComparedQuestion): string {
  const inputs = inputsOf(question).map(name => {
    const texts = textsOf(values, name).map(text => text.replaceAll(/\r\n?/g, '\n').trim())
    return texts.length > 1 ? JSON.stringify(texts.toSorted()) : (texts[0] ?? '')
  })
  return inputs.join(' ').trim()
}

function inWords(question: ComparedQuestion, values: FormValues): string {
  const { words, parts } = question
  const texts = inputsOf(question).flatMap(name => textsOf(values, name))
  return texts.map(text => words?.[text] ?? text).join(parts === undefined ? ', ' : ' ')
}

function notChosen({ field, title }: ComparedQuestion): FieldError {
  const name = choiceName(field)
  return { field: name, href: `#${name}`, message: `Choose what to keep for “${title}”` }
}

function valuesIn(body: unknown): FormValues {
  if (typeof body !== 'object' || body === null) return {}
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => (isSent(value) ? [[name, value]] : [])),
  )
}

function isSent(value: unknown): value is string | readonly string[] {
  if (typeof value === 'string') return true
  return Array.isArray(value) && value.every(one => typeof one === 'string')
}
