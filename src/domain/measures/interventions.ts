import { formatDate } from '../calendar/format-date.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { compareDates } from '../calendar/plain-date.ts'
import {
  interventionKinds,
  type InterventionKind,
  type InterventionRoute,
} from '../vocabulary/work.ts'
import { countFigure, shareFigure, type Figure } from './figures.ts'
import { isCountedDay, type Measure } from './measure.ts'
import { rowsInGroup, type SubjectRow } from './subject-row.ts'

export interface InterventionFacts {
  readonly interventions: readonly StartedIntervention[]
}

export interface StartedIntervention {
  readonly id: string
  readonly childId: string
  readonly kind: InterventionKind
  readonly startedOn: PlainDate
}

const routes: Readonly<Record<InterventionRoute, string>> = {
  'out-of-court': 'Out of court',
  court: 'Court',
}
const routeList = Object.keys(routes) as InterventionRoute[]
const kindList = Object.keys(interventionKinds) as InterventionKind[]

/**
 * Interventions and the children who had them, by route and kind.
 *
 * @source DP "YJS context"
 * @interpretation "In 12 months" is read as started in the period; work that began earlier and went on is not counted again.
 */
export const interventions: Measure<InterventionFacts> = {
  id: 'interventions',
  title: 'Interventions and children',
  question: 'How many interventions began, with how many children, and by which route?',
  source: { source: 'DP', section: 'YJS context: interventions' },
  appliesFrom: null,
  definitionVersion: 1,
  notes: [
    'Counts interventions that started in the period. Work that began earlier and went on is not counted again.',
    'A child with two interventions is two interventions and one child. A child who came by both routes is counted once in all and once under each.',
  ],
  answer: question => {
    const rows = question.facts.interventions
      .filter(intervention => isCountedDay(intervention.startedOn, question))
      .toSorted((a, b) => compareDates(a.startedOn, b.startedOn) || a.id.localeCompare(b.id))
      .map(rowOf)
    return { rows, figures: figuresOf(rows) }
  },
}

function rowOf(intervention: StartedIntervention): SubjectRow {
  const { name, route } = interventionKinds[intervention.kind]
  return {
    id: intervention.id,
    childId: intervention.childId,
    subjectId: intervention.id,
    on: intervention.startedOn,
    answer: 'counted',
    reason: `${name} started on ${formatDate(intervention.startedOn)}.`,
    groups: { kind: name, kindId: intervention.kind, route },
  }
}

function figuresOf(rows: readonly SubjectRow[]): readonly Figure[] {
  return [
    countFigure({ id: 'all', label: 'Interventions started', counts: 'interventions', of: rows }),
    countFigure({
      id: 'children',
      label: 'Children with one or more',
      counts: 'children',
      of: rows,
    }),
    ...routeList.flatMap(route => routeFigures(rows, route)),
    ...kindList.flatMap(kind => kindFigures(rows, kind)),
  ]
}

function routeFigures(rows: readonly SubjectRow[], route: InterventionRoute): Figure[] {
  const section = 'By route'
  const of = rowsInGroup(rows, 'route', route)
  const label = routes[route]
  return [
    shareFigure({
      id: `route-${route}`,
      label: `${label}: interventions`,
      section,
      counts: 'interventions',
      of,
      outOf: rows,
    }),
    countFigure({
      id: `route-${route}-children`,
      label: `${label}: children`,
      section,
      counts: 'children',
      of,
    }),
  ]
}

function kindFigures(rows: readonly SubjectRow[], kind: InterventionKind): Figure[] {
  const section = 'By kind'
  const of = rowsInGroup(rows, 'kindId', kind)
  const label = interventionKinds[kind].name
  return [
    shareFigure({
      id: `kind-${kind}`,
      label: `${label}: interventions`,
      section,
      counts: 'interventions',
      of,
      outOf: rows,
    }),
    countFigure({
      id: `kind-${kind}-children`,
      label: `${label}: children`,
      section,
      counts: 'children',
      of,
    }),
  ]
}
