import { isOpen, type Answer, type Answers } from '#domain/assessment/answers.ts'
import type { AssessmentContent } from '#domain/assessment/assessment.ts'
import { judgementOf } from '#domain/assessment/complete-assessment.ts'
import {
  optionsOf,
  type JudgementQuestion,
  type Question,
  type RowsQuestion,
  type Section,
} from '#domain/assessment/form-definition.ts'
import { judgementLevels } from '#domain/vocabulary/work.ts'
import type { Field } from '#platform/forms/field.ts'
import { defineForm, type FormValues } from '#platform/forms/form.ts'
import type { ComparedQuestion } from '#platform/http/version.ts'
import { codeField, fieldFor, inputName, mostRows, textAnswerField } from './answer-fields.ts'

const nextSteps = { next: 'Save and go on', list: 'Save and go to the list' } as const

/** The question in the same section under whose answer this one is shown; null where it stands by itself. */
export function openerOf({ questions }: Section, { when }: Question): Question | null {
  if (when?.is.length !== 1) return null
  return questions.find(({ key }) => key === when.question) ?? null
}

/** The questions that a section's page has: of those that wait for an answer, the ones that can be shown under it and the open ones. */
export function questionsOnPage(section: Section, answers: Answers): Question[] {
  return section.questions.filter(
    question => openerOf(section, question) !== null || isOpen(question.when, answers),
  )
}

/** A section as it is typed: it may be empty anywhere, and `then` says which button was pressed. */
export function sectionForm(
  questions: readonly Question[],
  more: Readonly<Record<string, Field<Answer>>> = {},
) {
  const fields = questions.flatMap(fieldsOf)
  return defineForm({
    fields: { ...Object.fromEntries(fields), ...more, then: codeField(nextSteps) },
  })
}

function fieldsOf(question: Question): [string, Field<Answer>][] {
  if (question.type === 'known-facts') return []
  if (question.type !== 'judgement') return [[inputName(question.key), fieldFor(question)]]
  const { levelKey, reasonsKey } = question
  return [
    [levelKey, codeField(levelsOf(question))],
    [reasonsKey, textAnswerField('many')],
  ]
}

/** The levels of a judgement with their words, lowest first. */
export function levelsOf({ levels }: JudgementQuestion): Record<string, string> {
  return Object.fromEntries(levels.map(level => [level, judgementLevels[level]]))
}

/** A section's form filled with what a draft holds. */
export function filledSection(
  questions: readonly Question[],
  content: AssessmentContent,
): FormValues {
  const held = questions.flatMap(question => heldIn(question, content))
  return sectionForm(questions).fill(Object.fromEntries(held))
}

function heldIn(question: Question, content: AssessmentContent): [string, Answer][] {
  if (question.type !== 'judgement') {
    const answer = content.answers[question.key]
    return answer === undefined ? [] : [[inputName(question.key), answer]]
  }
  const judgement = judgementOf(content, question.kind)
  return [
    [question.levelKey, judgement?.level ?? ''],
    [question.reasonsKey, judgement?.reasons ?? ''],
  ]
}

/**
 * A draft with what was typed in one of its sections. What the other sections hold stays as it is.
 *
 * @param stored what the draft holds: a level once judged stays until another is chosen
 */
export function withTyped(
  questions: readonly Question[],
  typed: Readonly<Record<string, Answer>>,
  stored: AssessmentContent,
): AssessmentContent {
  const given = questions
    .filter(({ type }) => type !== 'judgement' && type !== 'known-facts')
    .map(({ key }): [string, Answer] => [key, typed[inputName(key)] ?? ''])
  const judged = questions.flatMap(question =>
    question.type === 'judgement' ? [judgementIn(question, typed, stored)] : [],
  )
  const others = stored.judgements.filter(({ kind }) => judged.every(one => one.kind !== kind))
  return {
    answers: { ...stored.answers, ...Object.fromEntries(given) },
    judgements: [...others, ...judged],
  }
}

function judgementIn(
  { kind, levels, levelKey, reasonsKey }: JudgementQuestion,
  typed: Readonly<Record<string, Answer>>,
  stored: AssessmentContent,
): AssessmentContent['judgements'][number] {
  const before = judgementOf(stored, kind)
  const chosen = levels.find(level => level === typed[levelKey])
  const reasons = typed[reasonsKey]
  return {
    kind,
    level: chosen ?? before?.level ?? null,
    reasons: typeof reasons === 'string' ? reasons : '',
  }
}

/** The questions of a section as they are compared when two people wrote in it. */
export function comparedQuestions(questions: readonly Question[]): ComparedQuestion[] {
  return questions.flatMap(question => {
    const { title } = question
    const field = inputName(question.key)
    switch (question.type) {
      case 'known-facts':
        return []
      case 'judgement':
        return [
          { field: question.levelKey, title, words: judgementLevels },
          { field: question.reasonsKey, title: `Why? ${title}` },
        ]
      case 'date':
        return [{ field, title, parts: ['day', 'month', 'year'] }]
      case 'rows':
        return comparedRows(question)
      default: {
        const words = optionsOf(question)
        return [{ field, title, ...(words !== null && { words }) }]
      }
    }
  })
}

function comparedRows({ key, title, row, columns }: RowsQuestion): ComparedQuestion[] {
  const words = Object.assign({}, ...columns.map(({ options }) => options)) as Record<
    string,
    string
  >
  return Array.from({ length: mostRows }, (_, index) => ({
    field: `${inputName(key)}-${index}`,
    title: `${title}: ${row} ${index + 1}`,
    parts: columns.map(column => column.key),
    words,
  }))
}

/** The id of the input in which something is missing. */
export function anchorFor(questions: readonly Question[], field: string): string {
  const question = questions.find(({ key }) => key === field)
  if (question === undefined) return field
  const name = inputName(question.key)
  if (question.type === 'date') return `${name}-day`
  if (question.type !== 'rows') return name
  return `${name}-0-${question.columns[0]?.key ?? ''}`
}
