import { formatDate } from '../calendar/format-date.ts'
import { addMonths } from '../calendar/months.ts'
import type { Period } from '../calendar/period.ts'
import { addDays, compareDates, isBefore, isSameDay } from '../calendar/plain-date.ts'
import { outcomeKinds } from '../vocabulary/outcomes.ts'
import { inWords } from './disposal-names.ts'
import { countFigure, rateFigure } from './figures.ts'
import { formalOutcomeStanding, samePersonKey } from './formal-outcomes.ts'
import type { FormalOutcome, RecordedChild } from './formal-outcomes.ts'
import { isCountedDay, type Measure, type MeasureQuestion } from './measure.ts'
import { rowsAnswered, type SubjectRow } from './subject-row.ts'

export interface FirstTimeEntrantFacts {
  /** Everyone with a formal outcome in the period, and other records of the same children. */
  readonly children: readonly RecordedChild[]
  /** All their formal outcomes up to the end of the period. */
  readonly outcomes: readonly FormalOutcome[]
}

/**
 * Children whose first caution or conviction of all time fell in the period, and their rate per 100,000 aged 10 to 17.
 *
 * Steps, in this order: formal outcomes that stand, at age 10 to 17; the earliest for each child (the higher-ranked on one day); the
 * earliest among records of the same child; only then are children who lived in another area dropped.
 *
 * @source YJB-SQL "first-time entrants"
 * @interpretation The age at the first hearing is not recorded yet: for court outcomes the day of the outcome stands in for it.
 */
export const firstTimeEntrants: Measure<FirstTimeEntrantFacts> = {
  id: 'first-time-entrants',
  title: 'First-time entrants',
  question: 'How many children received their first caution or conviction?',
  source: { source: 'YJB-SQL', section: 'First-time entrants' },
  appliesFrom: null,
  definitionVersion: 1,
  notes: [
    'Counts children aged 10 to 17 at the earliest offence whose first youth caution, youth conditional caution or court outcome of all time was decided in the period. Community resolutions and other diversion never count.',
    'The age at the first court hearing is not recorded. The day of the court outcome stands in for it, so a child who had turned 18 by then is left out.',
    'A child whose first outcome was decided while living in another area is not counted, then or later.',
    'Two records with the same number from an earlier service and the same date of birth are one child.',
    'Published national figures come from police records and differ from these.',
  ],
  answer: question => {
    const rows = rowsOf(question)
    const of = rowsAnswered(rows, 'counted')
    const { population } = question
    return {
      rows,
      figures: [
        countFigure({ id: 'entrants', label: 'First-time entrants', counts: 'children', of }),
        rateFigure({
          id: 'rate',
          label: 'For every 100,000 children aged 10 to 17',
          counts: 'children',
          of,
          per: 100_000,
          population,
        }),
        countFigure({
          id: 'unknown',
          label: 'Not known: an outcome with no offence recorded',
          counts: 'children',
          of: rowsAnswered(rows, 'unknown'),
        }),
      ],
      notes: isTwelveMonths(question.period)
        ? []
        : [
            'The rate is for these days as they are, not scaled to a year: compare it only with periods of the same length.',
          ],
      ...(population && { rateOf: population }),
    }
  },
}

function isTwelveMonths({ from, to }: Period): boolean {
  return isSameDay(addDays(to, 1), addMonths(from, 12))
}

function rowsOf(question: MeasureQuestion<FirstTimeEntrantFacts>): readonly SubjectRow[] {
  const { children, outcomes } = question.facts
  const records = Map.groupBy(children, samePersonKey)
  const outcomesOf = Map.groupBy(outcomes.toSorted(byDateThenRank), ({ childId }) => childId)
  return children
    .flatMap(child => {
      const inPeriod = (outcomesOf.get(child.id) ?? []).filter(({ decidedOn }) =>
        isCountedDay(decidedOn, question),
      )
      const person = (records.get(samePersonKey(child)) ?? [])
        .flatMap(record =>
          (outcomesOf.get(record.id) ?? []).map(outcome => assess(outcome, record)),
        )
        .toSorted((a, b) => byDateThenRank(a.outcome, b.outcome))
      return rowOf(child, inPeriod, person)
    })
    .toSorted((a, b) => compareDates(a.on, b.on) || a.id.localeCompare(b.id))
}

type Assessed = {
  readonly outcome: FormalOutcome
  readonly standing: ReturnType<typeof formalOutcomeStanding>
}

function assess(outcome: FormalOutcome, child: RecordedChild): Assessed {
  return { outcome, standing: formalOutcomeStanding(outcome, child) }
}

function rowOf(
  child: RecordedChild,
  inPeriod: readonly FormalOutcome[],
  person: readonly Assessed[],
): SubjectRow[] {
  const own = inPeriod.map(outcome => assess(outcome, child))
  const shown = own.find(({ standing }) => standing.kind === 'eligible') ?? own[0]
  if (shown === undefined) return []
  const { outcome } = shown
  return [
    {
      id: outcome.id,
      childId: child.id,
      subjectId: outcome.id,
      on: outcome.decidedOn,
      ...verdictOn(shown, person),
      groups: { kind: outcomeKinds[outcome.kind].name, tier: outcomeKinds[outcome.kind].tier },
    },
  ]
}

function verdictOn(
  shown: Assessed,
  person: readonly Assessed[],
): Pick<SubjectRow, 'answer' | 'reason'> {
  const { outcome } = shown
  const first = person.find(({ standing }) => standing.kind === 'eligible')?.outcome
  if (first && first.id !== outcome.id && byDateThenRank(first, outcome) < 0) {
    return { answer: 'excluded', reason: hadAlready(first, outcome) }
  }
  if (shown.standing.kind === 'excluded')
    return { answer: 'excluded', reason: shown.standing.reason }
  if (shown.standing.kind === 'unknown') return { answer: 'unknown', reason: shown.standing.reason }

  const doubtful = person.find(
    ({ standing, outcome: other }) =>
      standing.kind === 'unknown' && isBefore(other.decidedOn, outcome.decidedOn),
  )
  if (doubtful) {
    const earlier = `${inWords(doubtful.outcome.kind)} on ${formatDate(doubtful.outcome.decidedOn)}`
    return {
      answer: 'unknown',
      reason: `Had ${earlier} with no offence recorded, so it is not known whether that was the first.`,
    }
  }
  if (outcome.residence === 'other') {
    return {
      answer: 'excluded',
      reason: 'Lived in another area on the day of the outcome: the home service counts the child.',
    }
  }
  return {
    answer: 'counted',
    reason: `The first caution or conviction: ${inWords(outcome.kind)} on ${formatDate(outcome.decidedOn)}.`,
  }
}

function hadAlready(first: FormalOutcome, outcome: FormalOutcome): string {
  const elsewhere = first.residence === 'other' ? ' while living in another area' : ''
  const record = first.childId === outcome.childId ? '' : ', under another record of the same child'
  return `Had ${inWords(first.kind)} on ${formatDate(first.decidedOn)} already${elsewhere}${record}.`
}

function byDateThenRank(a: FormalOutcome, b: FormalOutcome): number {
  return (
    compareDates(a.decidedOn, b.decidedOn) ||
    outcomeKinds[b.kind].rank - outcomeKinds[a.kind].rank ||
    a.id.localeCompare(b.id)
  )
}
