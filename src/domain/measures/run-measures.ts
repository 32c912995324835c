import { formatDate } from '../calendar/format-date.ts'
import type { Period } from '../calendar/period.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { isBefore } from '../calendar/plain-date.ts'
import type { Citation } from '../rules/rule.ts'
import type { Figure } from './figures.ts'
import type { Measure, MeasureQuestion } from './measure.ts'
import type { Population } from './population.ts'
import type { SubjectRow } from './subject-row.ts'

/** A measure's answer for a period, with all that a reader needs to read it rightly. */
export interface MeasureResult {
  readonly measureId: string
  readonly title: string
  readonly question: string
  readonly source: Citation
  readonly definitionVersion: number
  readonly period: Period
  readonly asOf: PlainDate
  /** In the order in which a page shows them; the first is the headline. */
  readonly figures: readonly Figure[]
  readonly rows: readonly SubjectRow[]
  /** The measure's interpretations, then what only holds for this period. */
  readonly notes: readonly string[]
  readonly rateOf?: Population
}

/** Answers one measure and puts its notes together. */
export function runMeasure<Facts>(
  measure: Measure<Facts>,
  question: MeasureQuestion<Facts>,
): MeasureResult {
  const { figures, rows, notes = [], rateOf } = measure.answer(question)
  return {
    measureId: measure.id,
    title: measure.title,
    question: measure.question,
    source: measure.source,
    definitionVersion: measure.definitionVersion,
    period: question.period,
    asOf: question.asOf,
    figures,
    rows,
    notes: [...measure.notes, ...notes, ...periodNotes(measure.appliesFrom, question)],
    ...(rateOf && { rateOf }),
  }
}

/** A measure that holds its facts and waits for the question. */
export type ReadyMeasure = (asked: Omit<MeasureQuestion<never>, 'facts'>) => MeasureResult

/** Gives a measure its facts. */
export function withFacts<Facts>(measure: Measure<Facts>, facts: Facts): ReadyMeasure {
  return asked => runMeasure(measure, { ...asked, facts })
}

/** Asks every measure the same question. */
export function runMeasures(
  ready: readonly ReadyMeasure[],
  asked: Parameters<ReadyMeasure>[0],
): readonly MeasureResult[] {
  return ready.map(answer => answer(asked))
}

function periodNotes(
  appliesFrom: PlainDate | null,
  { period, asOf }: { readonly period: Period; readonly asOf: PlainDate },
): readonly string[] {
  return [
    ...(appliesFrom !== null && isBefore(period.from, appliesFrom)
      ? [
          `The indicator starts on ${formatDate(appliesFrom)}. Earlier days are counted in the same way, but no return asked for them.`,
        ]
      : []),
    ...(isBefore(asOf, period.to)
      ? [`The period is not over: counted up to and including ${formatDate(asOf)}.`]
      : []),
  ]
}
