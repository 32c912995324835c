import { describe, expect, it } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import { figureValue } from './figures.ts'
import { firstTimeEntrants } from './first-time-entrants.ts'
import type { FormalOutcome, RecordedChild } from './formal-outcomes.ts'
import type { Population } from './population.ts'
import { runMeasure } from './run-measures.ts'

const year = { from: plainDate('2025-01-01'), to: plainDate('2025-12-31') }

const aChild = (id = 'kai', parts: Partial<RecordedChild> = {}): RecordedChild => ({
  id,
  bornOn: plainDate('2010-06-15'),
  originatingServiceId: null,
  ...parts,
})

let made = 0
function anOutcome(
  parts: Partial<Omit<FormalOutcome, 'decidedOn' | 'earliestOffenceOn'>> & {
    on?: string
    offence?: string | null
  } = {},
): FormalOutcome {
  made += 1
  const { on = '2025-03-10', offence = '2025-01-10', ...rest } = parts
  return {
    id: `outcome-${made}`,
    childId: 'kai',
    kind: 'youth-caution',
    residence: 'local',
    appeal: 'none',
    decidedOn: plainDate(on),
    earliestOffenceOn: offence === null ? null : plainDate(offence),
    ...rest,
  }
}

function ask(
  outcomes: readonly FormalOutcome[],
  children: readonly RecordedChild[] = [aChild()],
  population: Population | null = null,
  period = year,
) {
  const question = { period, asOf: plainDate('2026-06-01'), population }
  return runMeasure(firstTimeEntrants, { ...question, facts: { children, outcomes } })
}

const rate = (result: ReturnType<typeof ask>) => result.figures.find(figure => figure.id === 'rate')
const answers = (result: ReturnType<typeof ask>) => result.rows.map(row => row.answer)
const reason = (result: ReturnType<typeof ask>) => result.rows[0]?.reason ?? ''

describe('the rate, against published figures', () => {
  it.each([
    ['an area of 18,591 children: published 210', 39, 18_591, 210],
    ['an area of 117,254 children: published 568', 666, 117_254, 568],
  ])('%s', (_, count, childrenCount, published) => {
    const children = Array.from({ length: count }, (__, index) => aChild(`child-${index}`))
    const population = { childrenCount, measuredOn: plainDate('2024-06-30'), source: 'ONS' }
    const result = ask(
      children.map(({ id }) => anOutcome({ childId: id })),
      children,
      population,
    )
    const figure = rate(result)
    expect(figure && Math.round(figureValue(figure) ?? 0)).toBe(published)
    expect(result.rateOf).toEqual(population)
  })

  it('is unknown, and never zero, when no population is recorded', () => {
    const result = ask([anOutcome()])
    const figure = rate(result)
    expect(figure).toMatchObject({ kind: 'rate', numerator: 1, denominator: 'unknown' })
    expect(figure && figureValue(figure)).toBeNull()
    expect(figure?.kind === 'rate' && figure.unknownBecause).toContain('not recorded')
    expect(result.rateOf).toBeUndefined()
  })

  it('is not scaled to a year, and says so', () => {
    const quarter = { from: plainDate('2025-01-01'), to: plainDate('2025-03-31') }
    const notes = (asked: typeof year) => ask([], [], null, asked).notes.join(' ')
    expect(notes(quarter)).toContain('not scaled to a year')
    expect(notes(year)).not.toContain('not scaled to a year')
  })
})

describe('the national vectors', () => {
  it('counts a community resolution and then a youth caution at the youth caution', () => {
    const before = anOutcome({ kind: 'community-resolution', on: '2025-02-01' })
    const caution = anOutcome({ id: 'caution', on: '2025-03-10' })
    const result = ask([before, caution])
    const [entrants] = result.figures
    expect(entrants).toMatchObject({ numerator: 1, rowIds: ['caution'] })
  })

  it('never counts a child whose first outcome was elsewhere', () => {
    const result = ask([
      anOutcome({ on: '2024-05-01', residence: 'other' }),
      anOutcome({ on: '2025-03-10' }),
    ])
    expect(answers(result)).toEqual(['excluded'])
    expect(reason(result)).toBe(
      'Had a youth caution on 1 May 2024 already while living in another area.',
    )
  })

  it('drops a child of another area only after records were joined', () => {
    const number = { originatingServiceId: 'A-17' }
    const children = [aChild('here', number), aChild('there', number)]
    const result = ask(
      [
        anOutcome({ childId: 'there', on: '2025-02-01', residence: 'other' }),
        anOutcome({ childId: 'here', on: '2025-03-10' }),
      ],
      children,
    )
    expect(result.rows.map(row => [row.childId, row.answer])).toEqual([
      ['there', 'excluded'],
      ['here', 'excluded'],
    ])
    expect(result.rows[1]?.reason).toContain('under another record of the same child')
  })

  it('does not take "N/A" for a number: two children stay two', () => {
    const number = { originatingServiceId: 'N/A' }
    const result = ask(
      [anOutcome({ childId: 'kai' }), anOutcome({ childId: 'sam' })],
      [aChild('kai', number), aChild('sam', number)],
    )
    expect(answers(result)).toEqual(['counted', 'counted'])
  })
})

describe('records of the same child', () => {
  it.each([
    {
      name: 'the same number and birth date',
      one: 'A-17',
      other: 'A-17',
      born: '2010-06-15',
      entrants: 1,
    },
    { name: 'a space before it', one: ' A-17', other: 'A-17', born: '2010-06-15', entrants: 1 },
    { name: 'another birth date', one: 'A-17', other: 'A-17', born: '2010-06-16', entrants: 2 },
    { name: 'another number', one: 'A-17', other: 'A-18', born: '2010-06-15', entrants: 2 },
    { name: 'no number', one: null, other: null, born: '2010-06-15', entrants: 2 },
    { name: 'an empty number', one: '', other: '', born: '2010-06-15', entrants: 2 },
    { name: 'only spaces', one: '  ', other: '  ', born: '2010-06-15', entrants: 2 },
    { name: 'n/a with spaces', one: ' n/a ', other: ' n/a ', born: '2010-06-15', entrants: 2 },
    { name: 'a remark', one: 'not known', other: 'not known', born: '2010-06-15', entrants: 2 },
  ])('$name', ({ one, other, born, entrants }) => {
    const children = [
      aChild('kai', { originatingServiceId: one }),
      aChild('sam', { originatingServiceId: other, bornOn: plainDate(born) }),
    ]
    const outcomes = [
      anOutcome({ childId: 'kai' }),
      anOutcome({ childId: 'sam', on: '2025-04-01' }),
    ]
    expect(ask(outcomes, children).figures[0]?.numerator).toBe(entrants)
  })
})

describe('the first of all time', () => {
  it('says what the child had already', () => {
    const result = ask(
      [anOutcome({ on: '2020-03-03', offence: '2020-02-01' }), anOutcome()],
      [aChild('kai', { bornOn: plainDate('2008-01-01') })],
    )
    expect(answers(result)).toEqual(['excluded'])
    expect(reason(result)).toBe('Had a youth caution on 3 March 2020 already.')
  })

  it('gives one row for a child with several in the period', () => {
    const result = ask([anOutcome({ id: 'second', on: '2025-08-01' }), anOutcome({ id: 'first' })])
    expect(result.rows.map(row => [row.id, row.answer])).toEqual([['first', 'counted']])
  })

  it('takes the higher-ranked of two on one day', () => {
    const result = ask([
      anOutcome({ id: 'caution' }),
      anOutcome({ id: 'order', kind: 'referral-order' }),
    ])
    expect(result.rows.map(row => row.id)).toEqual(['order'])
  })

  it.each([
    ['31 December before', '2024-12-31', []],
    ['1 January', '2025-01-01', ['counted']],
    ['31 December', '2025-12-31', ['counted']],
    ['1 January after', '2026-01-01', []],
  ])('on %s', (_, on, expected) => {
    expect(answers(ask([anOutcome({ on, offence: '2024-11-01' })]))).toEqual(expected)
  })

  it('is not one that an appeal struck out', () => {
    const struck = anOutcome({ on: '2024-03-01', appeal: 'successful' })
    expect(answers(ask([struck, anOutcome()]))).toEqual(['counted'])
    const [row] = ask([anOutcome({ appeal: 'changed' })]).rows
    expect(row).toMatchObject({ answer: 'excluded' })
    expect(row?.reason).toContain('appeal')
  })

  it('excludes a child who lived in another area', () => {
    const result = ask([anOutcome({ residence: 'other' })])
    expect(answers(result)).toEqual(['excluded'])
    expect(reason(result)).toContain('another area')
  })
})

describe('the age', () => {
  const born = '2010-06-15'
  it.each([
    {
      name: '9 at the offence',
      kind: 'youth-caution',
      offence: '2020-06-14',
      on: '2025-03-10',
      expected: 'excluded',
    },
    {
      name: '10 at the offence',
      kind: 'youth-caution',
      offence: '2020-06-15',
      on: '2025-03-10',
      expected: 'counted',
    },
    {
      name: '17 at the offence and the court',
      kind: 'referral-order',
      offence: '2025-05-01',
      on: '2028-06-14',
      expected: 'counted',
    },
    {
      name: '17 at the offence, 18 at the court',
      kind: 'referral-order',
      offence: '2025-05-01',
      on: '2028-06-15',
      expected: 'excluded',
    },
    {
      name: '17 at the offence, 18 at the caution',
      kind: 'youth-caution',
      offence: '2028-06-14',
      on: '2028-06-15',
      expected: 'counted',
    },
    {
      name: '18 at the offence',
      kind: 'youth-caution',
      offence: '2028-06-15',
      on: '2028-07-01',
      expected: 'excluded',
    },
  ] as const)('$name', ({ kind, offence, on, expected }) => {
    const period = { from: plainDate('2025-01-01'), to: plainDate('2028-12-31') }
    const facts = {
      children: [aChild('kai', { bornOn: plainDate(born) })],
      outcomes: [anOutcome({ kind, offence, on })],
    }
    const asOf = plainDate('2029-06-01')
    const result = runMeasure(firstTimeEntrants, { period, asOf, population: null, facts })
    expect(answers(result)).toEqual([expected])
  })

  it('is not known without an offence, which is an answer of its own', () => {
    const result = ask([anOutcome({ offence: null })])
    expect(answers(result)).toEqual(['unknown'])
    expect(result.figures.map(figure => [figure.id, figure.numerator])).toEqual([
      ['entrants', 0],
      ['rate', 0],
      ['unknown', 1],
    ])
  })

  it('leaves it open whether an outcome is the first after one with no offence recorded', () => {
    const result = ask([anOutcome({ on: '2024-05-01', offence: null }), anOutcome()])
    expect(answers(result)).toEqual(['unknown'])
    expect(reason(result)).toContain('1 May 2024 with no offence recorded')
  })
})
