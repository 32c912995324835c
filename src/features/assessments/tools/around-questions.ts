import type { Question, Section } from '#domain/assessment/form-definition.ts'
import { formatDate } from '#domain/calendar/format-date.ts'
import { nameOf } from '#domain/vocabulary/name-of.ts'
import { interventionKinds } from '#domain/vocabulary/work.ts'
import type { EventCase } from '#records/event-cases.ts'

/** What is asked of every tool before its own questions: the day, and the work it belongs to where there is more than one. */
export function aroundQuestions(cases: readonly EventCase[] | null): Section {
  const doneOn: Question = { key: 'doneOn', type: 'date', title: 'When was it done?' }
  const questions = cases === null || cases.length < 2 ? [doneOn] : [doneOn, belongsTo(cases)]
  return { key: 'around', title: 'When', questions }
}

function belongsTo(cases: readonly EventCase[]): Question {
  const options = Object.fromEntries(cases.map(one => [one.id, caseWords(one)]))
  return { key: 'belongsTo', type: 'one', title: 'Which work does it belong to?', options }
}

function caseWords({ kind, startedOn }: EventCase): string {
  const on = formatDate(startedOn)
  return kind === null ? `Referral of ${on}` : `${nameOf(interventionKinds, kind)}, since ${on}`
}
