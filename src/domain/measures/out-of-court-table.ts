import { formatDate } from '../calendar/format-date.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { compareDates, isBefore } from '../calendar/plain-date.ts'
import {
  isCourtOutcome,
  isOutOfCourtDisposal,
  outcomeKindList,
  outcomeKinds,
  residences,
  type AppealStatus,
  type OutcomeKind,
  type Residence,
} from '../vocabulary/outcomes.ts'
import { outByAppeal } from './appeals.ts'
import { disposalGroups, groupName, inWords, shownKind, shownKinds } from './disposal-names.ts'
import type { OutcomeName } from './disposal-names.ts'
import { countFigure, shareFigure, type Figure } from './figures.ts'
import { isCountedDay, type Measure } from './measure.ts'
import { rowsAnswered, rowsInGroup, type SubjectRow } from './subject-row.ts'

export interface OutOfCourtFacts {
  readonly outcomeNames: readonly OutcomeName[]
  /** What was decided out of court, disposals or not. */
  readonly decisions: readonly OutOfCourtDecision[]
  /** Youth conditional cautions and court outcomes of the children who had a youth caution in the period, of all time before it. */
  readonly higherOutcomes: readonly HigherOutcome[]
}

export interface OutOfCourtDecision {
  readonly id: string
  readonly childId: string
  readonly kind: OutcomeKind
  readonly localName: string | null
  readonly decidedOn: PlainDate
  readonly residence: Residence
  readonly appeal: AppealStatus
}

export interface HigherOutcome {
  readonly childId: string
  readonly kind: OutcomeKind
  readonly decidedOn: PlainDate
  readonly appeal: AppealStatus
}

/**
 * What was decided out of court in a period, by kind, under the service's own names; and how many youth cautions went to children who
 * had already had something higher.
 *
 * @source DP "out-of-court disposals"
 * @interpretation The local table counts every disposal that the service decided, wherever the child lives, and shows how many were
 *   for children of another area.
 * @interpretation "Already had a higher one" is a youth conditional caution or a court outcome decided before the day of the caution,
 *   at any time, whether or not it was still running.
 */
export const outOfCourtTable: Measure<OutOfCourtFacts> = {
  id: 'out-of-court',
  title: 'Out-of-court disposals',
  question: 'What was decided out of court, and how often was each kind used?',
  source: { source: 'DP', section: 'Out-of-court disposals' },
  appliesFrom: null,
  definitionVersion: 1,
  notes: [
    'Counts disposals by the day they were decided. A child with two disposals counts twice.',
    'Counts every disposal that the service decided, also those for children who live in another area; how many these were is shown.',
    'No further action and decisions to charge are not disposals. They are listed and not counted.',
    'A youth caution came after something higher when the child had a youth conditional caution or a court outcome before that day, however long ago.',
  ],
  answer: question => {
    const rows = question.facts.decisions
      .filter(decision => isCountedDay(decision.decidedOn, question))
      .toSorted((a, b) => compareDates(a.decidedOn, b.decidedOn) || a.id.localeCompare(b.id))
      .map(decision => rowOf(decision, question.facts))
    return { rows, figures: figuresOf(rows, question.facts.outcomeNames) }
  },
}

function rowOf(decision: OutOfCourtDecision, facts: OutOfCourtFacts): SubjectRow {
  const kind = shownKind(decision, facts.outcomeNames)
  const higher = decision.kind === 'youth-caution' ? higherBefore(decision, facts) : undefined
  const excluded = notCountedBecause(decision)
  return {
    id: decision.id,
    childId: decision.childId,
    subjectId: decision.id,
    on: decision.decidedOn,
    answer: excluded === null ? 'counted' : 'excluded',
    reason: excluded ?? countedBecause(decision, kind.name, higher),
    groups: {
      kind: kind.name,
      shownKind: kind.id,
      nationalKind: decision.kind,
      home: residences[decision.residence],
      ...(decision.kind === 'youth-caution' && { hadHigher: higher ? 'yes' : 'no' }),
    },
  }
}

function notCountedBecause(decision: OutOfCourtDecision): string | null {
  if (decision.kind === 'charge') {
    return 'It went back to be charged, so a court decides: this is not an out-of-court disposal.'
  }
  if (!isOutOfCourtDisposal(decision.kind)) {
    return `${outcomeKinds[decision.kind].name} is not an out-of-court disposal.`
  }
  return outByAppeal(decision.appeal)
}

function countedBecause(
  decision: OutOfCourtDecision,
  name: string,
  higher: HigherOutcome | undefined,
): string {
  const national = outcomeKinds[decision.kind].name
  const called = name === national ? name : `${name} (${inWords(decision.kind)})`
  const before = higher
    ? ` The child had ${inWords(higher.kind)} already, on ${formatDate(higher.decidedOn)}.`
    : ''
  return `${called} decided on ${formatDate(decision.decidedOn)}.${before}`
}

function higherBefore(
  caution: OutOfCourtDecision,
  { higherOutcomes }: OutOfCourtFacts,
): HigherOutcome | undefined {
  return higherOutcomes
    .filter(
      outcome =>
        outcome.childId === caution.childId &&
        (outcome.kind === 'youth-conditional-caution' || isCourtOutcome(outcome.kind)) &&
        outByAppeal(outcome.appeal) === null &&
        isBefore(outcome.decidedOn, caution.decidedOn),
    )
    .toSorted((a, b) => compareDates(a.decidedOn, b.decidedOn))
    .at(-1)
}

function figuresOf(rows: readonly SubjectRow[], names: readonly OutcomeName[]): readonly Figure[] {
  const disposals = rowsAnswered(rows, 'counted')
  const cautions = rowsInGroup(disposals, 'nationalKind', 'youth-caution')
  return [
    countFigure({
      id: 'all',
      label: 'Disposals decided out of court',
      counts: 'disposals',
      of: disposals,
    }),
    ...kindFigures(disposals, names),
    ...togetherFigures(disposals, names),
    shareFigure({
      id: 'youth-cautions-after-higher',
      label: 'Youth cautions to children who already had a higher one',
      section: 'Use of youth cautions',
      counts: 'disposals',
      of: rowsInGroup(cautions, 'hadHigher', 'yes'),
      outOf: cautions,
    }),
    shareFigure({
      id: 'another-area',
      label: 'For children of another area',
      section: 'Where the children live',
      counts: 'disposals',
      of: rowsInGroup(disposals, 'home', residences.other),
      outOf: disposals,
    }),
  ]
}

function kindFigures(disposals: readonly SubjectRow[], names: readonly OutcomeName[]): Figure[] {
  const shown = shownKinds(outcomeKindList, names)
  // A kind that has local names is shown by its national one only for disposals that were given none of them.
  const unnamed = shownKinds(outcomeKindList, [])
    .filter(({ id }) => !shown.some(kind => kind.id === id))
    .filter(({ id }) => disposals.some(row => row.groups['shownKind'] === id))
  return [...shown, ...unnamed].map(({ id, name }) =>
    shareFigure({
      id: `kind-${id}`,
      label: name,
      section: 'By kind',
      counts: 'disposals',
      of: rowsInGroup(disposals, 'shownKind', id),
      outOf: disposals,
    }),
  )
}

/** Several local names over one kind are also counted together: "Divert and Divert plus". */
function togetherFigures(
  disposals: readonly SubjectRow[],
  names: readonly OutcomeName[],
): Figure[] {
  return disposalGroups
    .filter(group => shownKinds(group.kinds, names).length > group.kinds.length)
    .map(group =>
      shareFigure({
        id: `together-${group.id}`,
        label: `${groupName(group, names)} together`,
        section: 'By kind',
        counts: 'disposals',
        of: disposals.filter(row => group.kinds.some(kind => kind === row.groups['nationalKind'])),
        outOf: disposals,
      }),
    )
}
