import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, plainDate } from '../calendar/plain-date.ts'
import { ethnicities, sexes, type Ethnicity, type Sex } from '../vocabulary/children.ts'
import { appealStatuses, outcomeKindList, residences } from '../vocabulary/outcomes.ts'
import type { AppealStatus, Residence } from '../vocabulary/outcomes.ts'
import { interventionKinds, type InterventionKind } from '../vocabulary/work.ts'
import { rowsBehind } from './figures.ts'
import { isMeasureId, measureIds, measures } from './measure-list.ts'
import { runMeasures, withFacts, type MeasureResult, type ReadyMeasure } from './run-measures.ts'

const names = [
  { id: 'divert', kind: 'community-resolution', name: 'Divert' },
  { id: 'divert-plus', kind: 'community-resolution', name: 'Divert plus' },
] as const
const period = { from: plainDate('2024-01-01'), to: plainDate('2024-12-31') }

const day = fc.integer({ min: -600, max: 1100 }).map(days => addDays(period.from, days))
const child = fc.record({
  id: fc.constantFrom('kai', 'sam', 'ash'),
  bornOn: fc.constantFrom(plainDate('2006-07-01'), plainDate('2010-01-31')),
  sex: fc.constantFrom(...(Object.keys(sexes) as Sex[])),
  ethnicity: fc.constantFrom(...(Object.keys(ethnicities) as Ethnicity[])),
})
const anything = fc.record({
  child,
  kind: fc.constantFrom(...outcomeKindList),
  work: fc.constantFrom(...(Object.keys(interventionKinds) as InterventionKind[])),
  localName: fc.constantFrom('divert', 'divert-plus', null),
  decidedOn: day,
  occurredOn: day,
  residence: fc.constantFrom(...(Object.keys(residences) as Residence[])),
  appeal: fc.constantFrom(...(Object.keys(appealStatuses) as AppealStatus[])),
  result: fc.constantFrom('completed' as const, 'not-completed' as const, null),
  hasOffence: fc.boolean(),
})
type Anything = typeof anything extends fc.Arbitrary<infer Value> ? Value : never

function readyWith(drawn: readonly Anything[]): ReadyMeasure[] {
  const all = drawn.map((each, index) => ({
    ...each,
    id: `subject-${index}`,
    childId: each.child.id,
    bornOn: each.child.bornOn,
    referralId: `referral-${index % 4}`,
    startedOn: each.occurredOn,
    endedOn: each.decidedOn,
    outcomes: each.hasOffence ? [{ ...each, id: `subject-${index}` }] : [],
    earliestOffenceOn: each.hasOffence ? each.occurredOn : null,
    isReferralClosed: false,
  }))
  const children = [...new Map(drawn.map(each => [each.child.id, each.child])).values()]
  return [
    withFacts(measures['out-of-court'], {
      outcomeNames: names,
      decisions: all,
      higherOutcomes: all,
    }),
    withFacts(measures['reoffending-12-months'], {
      outcomeNames: names,
      disposals: all,
      offences: all,
    }),
    withFacts(measures['first-time-entrants'], {
      children: children.map(each => ({ ...each, originatingServiceId: 'A-17' })),
      outcomes: all,
    }),
    withFacts(measures['kpi-6'], { programmes: all }),
    withFacts(measures.interventions, {
      interventions: all.map(each => ({ ...each, kind: each.work })),
    }),
  ]
}

function run(drawn: readonly Anything[], asOf = '2025-10-01'): readonly MeasureResult[] {
  return runMeasures(readyWith(drawn), { period, asOf: plainDate(asOf), population: null })
}

function checkFigures({ figures, rows }: MeasureResult): void {
  expect(new Set(rows.map(row => row.id)).size).toBe(rows.length)
  expect(new Set(figures.map(figure => figure.id)).size).toBe(figures.length)
  for (const figure of figures) {
    const { numerator, denominator } = rowsBehind(rows, figure)
    const count = (counted: typeof rows) =>
      figure.counts === 'children' ? new Set(counted.map(row => row.childId)).size : counted.length
    expect(figure.numerator).toBe(count(numerator))
    expect(numerator.every(row => row.answer !== 'excluded')).toBe(true)
    if (figure.kind !== 'share') continue
    expect(figure.denominator).toBe(count(denominator))
    expect(numerator.every(row => denominator.includes(row))).toBe(true)
    expect(
      denominator.every(row => row.answer === 'counted' || row.answer === 'in-denominator'),
    ).toBe(true)
  }
}

describe('every measure', () => {
  it('has a name of its own, and the list keeps the order of the page', () => {
    expect(measureIds).toEqual([
      'out-of-court',
      'reoffending-12-months',
      'first-time-entrants',
      'kpi-6',
      'interventions',
    ])
    for (const id of measureIds) expect(measures[id].id).toBe(id)
    expect(isMeasureId('kpi-6')).toBe(true)
    expect(isMeasureId('toString')).toBe(false)
  })

  it('opens each figure into exactly the rows that it counts, whatever the record holds', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 12 }), drawn => {
        for (const result of run(drawn)) checkFigures(result)
      }),
    )
  })

  it('gives every row a reason that is a sentence', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 8 }), drawn => {
        for (const { rows } of run(drawn)) {
          for (const row of rows) expect(row.reason).toMatch(/^[A-Z].*\.$/)
        }
      }),
    )
  })

  it('says nothing, without failing, of a service that has recorded nothing', () => {
    for (const { figures, rows } of run([])) {
      expect(rows).toEqual([])
      expect(figures.every(figure => figure.numerator === 0)).toBe(true)
    }
  })

  it('notes that a period is not over', () => {
    for (const { notes } of run([], '2024-12-30'))
      expect(notes.at(-1)).toContain('The period is not over')
    for (const { notes } of run([])) expect(notes.join()).not.toContain('The period is not over')
  })
})
