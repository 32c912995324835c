import type { Period } from '../calendar/period.ts'
import { contains } from '../calendar/period.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { isOnOrBefore } from '../calendar/plain-date.ts'
import type { Citation } from '../rules/rule.ts'
import type { Figure } from './figures.ts'
import type { Population } from './population.ts'
import type { SubjectRow } from './subject-row.ts'

/**
 * One indicator: who is counted, what is counted, by which breakdowns.
 *
 * Facts in, one row per subject out, each with an answer and a reason; every figure is a count of rows. The words are those of FHIR
 * Measure (population, denominator, exclusion, numerator).
 */
export interface Measure<Facts> {
  readonly id: string
  readonly title: string
  /** What the measure answers, in plain words, as a question. */
  readonly question: string
  readonly source: Citation
  /** The first day that the definition is meant for; null where it has none. Earlier periods are answered, with a note. */
  readonly appliesFrom: PlainDate | null
  /** Rises with every change of what is counted, so that a frozen return names the definition it was made with. */
  readonly definitionVersion: number
  /** Choices that readers have to know to read the figures rightly. */
  readonly notes: readonly string[]
  readonly answer: (question: MeasureQuestion<Facts>) => MeasureAnswer
}

export interface MeasureQuestion<Facts> {
  /** The days that are counted, first and last included. */
  readonly period: Period
  /** The day the question is asked, inclusive: what happens later is not known yet. */
  readonly asOf: PlainDate
  /** The children of the area, for rates; null when the service has recorded no number for the period. */
  readonly population: Population | null
  readonly facts: Facts
}

export interface MeasureAnswer {
  /** In the order in which a page shows them; the first is the headline. */
  readonly figures: readonly Figure[]
  readonly rows: readonly SubjectRow[]
  /** What only holds for this period; shown after the measure's own notes. */
  readonly notes?: readonly string[]
  /** The population that a rate was taken of. */
  readonly rateOf?: Population
}

/** True for a day of the period that is not after the day the question is asked. */
export function isCountedDay(
  on: PlainDate,
  question: { readonly period: Period; readonly asOf: PlainDate },
): boolean {
  return contains(question.period, on) && isOnOrBefore(on, question.asOf)
}
