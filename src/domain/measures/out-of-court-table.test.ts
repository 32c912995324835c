import { describe, expect, it } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import { figureValue, rowsBehind } from './figures.ts'
import {
  outOfCourtTable,
  type HigherOutcome,
  type OutOfCourtDecision,
} from './out-of-court-table.ts'
import { runMeasure } from './run-measures.ts'

const names = [
  { id: 'divert', kind: 'community-resolution', name: 'Divert' },
  { id: 'divert-plus', kind: 'community-resolution', name: 'Divert plus' },
] as const
const year = { from: plainDate('2021-06-15'), to: plainDate('2022-06-14') }

let made = 0
function aDecision(
  parts: Partial<Omit<OutOfCourtDecision, 'decidedOn'>> & { on?: string } = {},
): OutOfCourtDecision {
  made += 1
  const { on = '2022-01-10', ...rest } = parts
  return {
    id: `decision-${made}`,
    childId: `child-${made}`,
    kind: 'community-resolution',
    localName: null,
    residence: 'local',
    appeal: 'none',
    decidedOn: plainDate(on),
    ...rest,
  }
}

function many(count: number, parts: Parameters<typeof aDecision>[0]): OutOfCourtDecision[] {
  return Array.from({ length: count }, () => aDecision(parts))
}

function table(
  decisions: readonly OutOfCourtDecision[],
  higherOutcomes: readonly HigherOutcome[] = [],
  asOf = '2022-12-31',
) {
  const facts = { outcomeNames: names, decisions, higherOutcomes }
  return runMeasure(outOfCourtTable, {
    period: year,
    asOf: plainDate(asOf),
    population: null,
    facts,
  })
}

function figure(result: ReturnType<typeof table>, id: string) {
  const found = result.figures.find(each => each.id === id)
  if (found === undefined) throw new Error(`No figure ${id}`)
  return found
}

const percent = (result: ReturnType<typeof table>, id: string) =>
  Math.round((figureValue(figure(result, id)) ?? 0) * 1000) / 10

describe('a published local table: 271 disposals in twelve months', () => {
  const cautions = many(19, { kind: 'youth-caution' })
  const higher = cautions.slice(0, 13).map(({ childId }, index): HigherOutcome => ({
    childId,
    kind: index % 2 === 0 ? 'youth-conditional-caution' : 'referral-order',
    decidedOn: plainDate('2021-05-01'),
    appeal: 'none',
  }))
  const result = table(
    [
      ...many(140, { localName: 'divert' }),
      ...many(55, { localName: 'divert-plus' }),
      ...cautions,
      ...many(57, { kind: 'youth-conditional-caution' }),
    ],
    higher,
  )

  it.each([
    ['kind-divert', 'Divert', 140, 51.7],
    ['kind-divert-plus', 'Divert plus', 55, 20.3],
    ['together-community-resolution', 'Divert and Divert plus together', 195, 72],
    ['kind-youth-caution', 'Youth caution', 19, 7],
    ['kind-youth-conditional-caution', 'Youth conditional caution', 57, 21],
  ])('%s', (id, label, number, share) => {
    expect(figure(result, id)).toMatchObject({ label, numerator: number, denominator: 271 })
    expect(percent(result, id)).toBe(share)
  })

  it('finds the 13 youth cautions of 19 that came after something higher', () => {
    expect(figure(result, 'youth-cautions-after-higher')).toMatchObject({
      numerator: 13,
      denominator: 19,
    })
  })

  it('shows a kind that nobody was given as none, and the services own names in its order', () => {
    expect(figure(result, 'kind-outcome-22')).toMatchObject({ numerator: 0, denominator: 271 })
    const labels = result.figures
      .filter(each => each.id.startsWith('kind-'))
      .map(each => each.label)
    expect(labels).toEqual([
      'Divert',
      'Divert plus',
      'Outcome 22',
      'Deferred prosecution',
      'Youth caution',
      'Youth conditional caution',
    ])
  })
})

describe('what counts', () => {
  it.each([
    ['the day before the period', '2021-06-14', 0],
    ['its first day', '2021-06-15', 1],
    ['its last day', '2022-06-14', 1],
    ['the day after', '2022-06-15', 0],
  ])('a disposal on %s', (_, on, expected) => {
    expect(figure(table([aDecision({ on })]), 'all').numerator).toBe(expected)
  })

  it('leaves out what is decided after the day the question is asked', () => {
    const decisions = [aDecision({ on: '2022-02-01' }), aDecision({ on: '2022-02-02' })]
    const result = table(decisions, [], '2022-02-01')
    expect(figure(result, 'all').numerator).toBe(1)
    expect(result.notes.at(-1)).toContain('counted up to and including 1 February 2022')
  })

  it.each([
    ['no further action', { kind: 'no-further-action' }, 'No further action is not'],
    ['back to charge', { kind: 'charge' }, 'back to be charged'],
    ['changed on appeal', { appeal: 'changed' }, 'changed on appeal'],
    ['appeal successful', { appeal: 'successful' }, 'appeal against it succeeded'],
  ] as const)('lists %s as excluded and says why', (_, parts, reason) => {
    const result = table([aDecision(parts)])
    expect(result.rows).toHaveLength(1)
    expect(result.rows[0]).toMatchObject({ answer: 'excluded' })
    expect(result.rows[0]?.reason).toContain(reason)
    expect(figure(result, 'all').numerator).toBe(0)
  })

  it('counts an outcome that an appeal left as it was', () => {
    expect(figure(table([aDecision({ appeal: 'unchanged' })]), 'all').numerator).toBe(1)
  })

  it('counts children of another area and shows how many they are', () => {
    const result = table([aDecision({ residence: 'other' }), aDecision()])
    expect(figure(result, 'another-area')).toMatchObject({ numerator: 1, denominator: 2 })
  })

  it('shows a disposal that was given no local name under the national one', () => {
    const result = table([aDecision({ localName: 'divert' }), aDecision()])
    expect(figure(result, 'kind-community-resolution')).toMatchObject({
      label: 'Community resolution',
      numerator: 1,
      denominator: 2,
    })
    expect(result.rows.map(row => row.groups.kind)).toEqual(['Divert', 'Community resolution'])
  })
})

describe('a youth caution after something higher', () => {
  const caution = aDecision({ kind: 'youth-caution', on: '2022-03-10', childId: 'kai' })
  const before = (parts: Partial<HigherOutcome> & { on?: string }): HigherOutcome => ({
    childId: 'kai',
    kind: 'youth-conditional-caution',
    appeal: 'none',
    decidedOn: plainDate(parts.on ?? '2022-03-09'),
    ...parts,
  })
  it.each([
    ['a conditional caution the day before', before({}), 1],
    ['one on the same day', before({ on: '2022-03-10' }), 0],
    ['a court order years ago', before({ kind: 'referral-order', on: '2018-01-01' }), 1],
    ['one that an appeal struck out', before({ appeal: 'successful' }), 0],
    ['another caution', before({ kind: 'youth-caution' }), 0],
    ['a community resolution', before({ kind: 'community-resolution' }), 0],
    ["another child's", before({ childId: 'sam' }), 0],
  ])('%s', (_, higher, expected) => {
    const result = table([caution], [higher])
    expect(figure(result, 'youth-cautions-after-higher').numerator).toBe(expected)
  })

  it('says in the row which it was and opens into exactly those rows', () => {
    const other = aDecision({ kind: 'youth-caution' })
    const result = table([caution, other], [before({})])
    const { numerator, denominator } = rowsBehind(
      result.rows,
      figure(result, 'youth-cautions-after-higher'),
    )
    expect(numerator.map(row => row.id)).toEqual([caution.id])
    expect(denominator.map(row => row.id).toSorted()).toEqual([caution.id, other.id].toSorted())
    expect(numerator[0]?.reason).toBe(
      'Youth caution decided on 10 March 2022. The child had a youth conditional caution already, on 9 March 2022.',
    )
  })
})
