import { circumstanceKinds } from '../vocabulary/children.ts'
import {
  answerKeysOf,
  optionsOf,
  questionsOf,
  type Condition,
  type FormDefinition,
  type KnownFactsQuestion,
  type Question,
  type Section,
} from './form-definition.ts'
import { isRecordFact, recordFacts } from './record-facts.ts'
import { stillTrueKey } from './still-true.ts'

// No colons: they mark the keys of a service's own questions. No hyphens: they part the inputs of rows and dates.
const keyPattern = /^[a-z][A-Za-z0-9]*$/u
const sectionPattern = /^[a-z][a-z-]*$/u

/**
 * What is wrong with a form's definition, in words for whoever writes it; none when it can be used.
 *
 * Every key is there once, every export key is there once, and every condition names an earlier question that has such an answer and is
 * always asked itself, so that every question and every section can be reached.
 */
export function formProblems(form: FormDefinition): string[] {
  const questions = questionsOf(form)
  const keys = questions.flatMap(question => [
    question.key,
    ...(question.type === 'judgement' ? answerKeysOf(question) : []),
  ])
  const exportKeys = questions.flatMap(({ exportKey }) =>
    exportKey === undefined ? [] : exportKey,
  )
  const sectionKeys = form.sections.map(({ key }) => key)
  return [
    ...repeated(keys).map(key => `the key ${key} is there twice`),
    ...repeated(exportKeys).map(key => `the export key ${key} is there twice`),
    ...repeated(sectionKeys).map(key => `the section ${key} is there twice`),
    ...keys
      .filter(key => !keyPattern.test(key) || key === stillTrueKey)
      .map(key => `${key} is no key`),
    ...sectionKeys.filter(key => !sectionPattern.test(key)).map(key => `${key} is no section key`),
    ...questions.flatMap(questionProblems),
    ...knownFactProblems(form),
    ...form.sections.flatMap(section => sectionProblems(form, section)),
  ]
}

/** The questions that ask for a fact which the record already holds: each fact is asked once in a child's life with us, and not in a form. */
export function knownFactsAsked(form: FormDefinition): Question[] {
  return questionsOf(form).filter(({ type, fact }) => type !== 'known-facts' && isRecordFact(fact))
}

function knownFactProblems(form: FormDefinition): string[] {
  return knownFactsAsked(form).map(({ key, fact }) => {
    const held = isRecordFact(fact) ? recordFacts[fact] : ''
    return `${key} asks for ${held}, which the record holds: show it`
  })
}

function questionProblems(question: Question): string[] {
  const { key } = question
  switch (question.type) {
    case 'one':
    case 'several':
      return Object.keys(question.options).length < 2 ? [`${key} has no choice`] : []
    case 'rows': {
      const columns = question.columns.map(column => column.key)
      const wrong = [...repeated(columns), ...columns.filter(one => !keyPattern.test(one))]
      return wrong.map(column => `${key} has a wrong column ${column}`)
    }
    case 'known-facts':
      return shownProblems(question)
    default:
      return []
  }
}

function shownProblems({ key, circumstances, record = [] }: KnownFactsQuestion): string[] {
  const unknown = circumstances.filter(kind => !Object.hasOwn(circumstanceKinds, kind))
  return [
    ...(circumstances.length + record.length === 0 ? [`${key} shows nothing`] : []),
    ...unknown.map(kind => `${key} shows ${kind}, which is no kind of circumstance`),
  ]
}

function sectionProblems(form: FormDefinition, section: Section): string[] {
  const { key, questions, when } = section
  const at = form.sections.indexOf(section)
  const earlier = form.sections.slice(0, at).filter(other => other.when === undefined)
  const before = earlier.flatMap(other => other.questions)
  return [
    ...(questions.length === 0 ? [`the section ${key} asks nothing`] : []),
    ...repeated(questions.flatMap(shownKinds)).map(
      kind => `the section ${key} shows ${kind} twice`,
    ),
    ...(when === undefined ? [] : conditionProblems(`the section ${key}`, when, before)),
    ...questions.flatMap((question, index) =>
      question.when === undefined
        ? []
        : conditionProblems(question.key, question.when, questions.slice(0, index)),
    ),
  ]
}

function shownKinds(question: Question): readonly string[] {
  return question.type === 'known-facts' ? question.circumstances : []
}

function conditionProblems(what: string, when: Condition, before: readonly Question[]): string[] {
  const opener = before.find(({ key }) => key === when.question)
  if (opener === undefined) return [`${what} waits for ${when.question}, which is not before it`]
  if (opener.when !== undefined) return [`${what} waits for ${opener.key}, which waits itself`]
  const options = optionsOf(opener) ?? {}
  const unknown = when.is.filter(code => !Object.hasOwn(options, code))
  if (when.is.length === 0) return [`${what} waits for no answer`]
  return unknown.map(code => `${what} waits for ${opener.key} to be ${code}, which it cannot be`)
}

/**
 * What is wrong with how forms share keys: the same key has to be the same question in all of them, and a deeper form has to have every key
 * and every section of a shallower one, so that nothing is lost on the way.
 *
 * @param forms the newest version of each form
 */
export function sharedKeyProblems(forms: readonly FormDefinition[]): string[] {
  return forms.flatMap(shallow =>
    forms
      .filter(deep => deep.depth > shallow.depth)
      .flatMap(deep => [...lostQuestions(shallow, deep), ...lostSections(shallow, deep)]),
  )
}

function lostQuestions(shallow: FormDefinition, deep: FormDefinition): string[] {
  const inDeep = new Map(questionsOf(deep).map(question => [question.key, question]))
  return questionsOf(shallow).flatMap(question => {
    const other = inDeep.get(question.key)
    if (other === undefined) return [`${deep.form} does not ask ${question.key}`]
    return isSameQuestion(question, other) ? [] : [`${question.key} is another in ${deep.form}`]
  })
}

function isSameQuestion(one: Question, other: Question): boolean {
  return one.type === other.type && sameAnswers(one) === sameAnswers(other)
}

/** What decides how an answer is read: its codes, its columns, its levels. */
function sameAnswers(question: Question): string {
  const { type } = question
  if (type === 'rows') return JSON.stringify(question.columns.map(({ key }) => key))
  if (type === 'judgement') return JSON.stringify([...answerKeysOf(question), ...question.levels])
  return JSON.stringify(Object.keys(optionsOf(question) ?? {}))
}

function lostSections(shallow: FormDefinition, deep: FormDefinition): string[] {
  const inDeep = new Set(deep.sections.map(({ key }) => key))
  return shallow.sections
    .filter(({ key }) => !inDeep.has(key))
    .map(({ key }) => `${deep.form} has no section ${key}`)
}

function repeated(keys: readonly string[]): string[] {
  return [...new Set(keys.filter((key, at) => keys.indexOf(key) !== at))]
}
