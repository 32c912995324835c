import { describe, expect, it } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import type { InterventionKind } from '../vocabulary/work.ts'
import { interventions } from './interventions.ts'
import { runMeasure } from './run-measures.ts'

const year = { from: plainDate('2021-06-01'), to: plainDate('2022-05-31') }

function started(id: number, childId: string, kind: InterventionKind, on = '2022-01-10') {
  return { id: `intervention-${id}`, childId, kind, startedOn: plainDate(on) }
}

function ask(facts: readonly ReturnType<typeof started>[]) {
  const asOf = plainDate('2022-06-30')
  const result = runMeasure(interventions, {
    period: year,
    asOf,
    population: null,
    facts: { interventions: facts },
  })
  return Object.fromEntries(result.figures.map(figure => [figure.id, figure.numerator]))
}

describe('interventions in twelve months', () => {
  it('gives the numbers of a published plan: 526 with 454 children, 387 out of court and 139 court', () => {
    const outOfCourt = Array.from({ length: 387 }, (_, index) =>
      started(index, `child-${index}`, 'diversion'),
    )
    // 72 of those who came through court had been worked with out of court as well.
    const court = Array.from({ length: 139 }, (_, index) =>
      started(1000 + index, `child-${315 + index}`, 'court-order'),
    )
    expect(ask([...outOfCourt, ...court])).toMatchObject({
      all: 526,
      children: 454,
      'route-out-of-court': 387,
      'route-out-of-court-children': 387,
      'route-court': 139,
      'route-court-children': 139,
      'kind-diversion': 387,
      'kind-court-order': 139,
      'kind-custody': 0,
    })
  })

  it('counts a child with two of a kind once', () => {
    const found = ask([started(1, 'kai', 'prevention'), started(2, 'kai', 'prevention')])
    expect(found).toMatchObject({
      all: 2,
      children: 1,
      'kind-prevention': 2,
      'kind-prevention-children': 1,
    })
  })

  it.each([
    ['the day before the period', '2021-05-31', 0],
    ['its first day', '2021-06-01', 1],
    ['its last day', '2022-05-31', 1],
    ['the day after', '2022-06-01', 0],
  ])('counts one that started on %s', (_, on, expected) => {
    expect(ask([started(1, 'kai', 'bail', on)])['all']).toBe(expected)
  })
})
