import { describe, expect, it } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import type { EndedProgramme, ProgrammeOutcome } from './ended-programmes.ts'
import { kpi6 } from './kpi-6.ts'
import { runMeasure } from './run-measures.ts'

let made = 0
function anEnded(
  parts: Partial<Omit<EndedProgramme, 'startedOn' | 'endedOn' | 'child'>> & {
    started?: string
    ended?: string
    child?: Partial<EndedProgramme['child']>
  } = {},
): EndedProgramme {
  made += 1
  const { started = '2025-02-01', ended = '2025-05-20', child, ...rest } = parts
  return {
    id: `programme-${made}`,
    startedOn: plainDate(started),
    endedOn: plainDate(ended),
    result: 'completed',
    outcomes: [anOutcome()],
    child: {
      id: `child-${made}`,
      bornOn: plainDate('2010-06-15'),
      sex: 'female',
      ethnicity: 'white-british',
      ...child,
    },
    ...rest,
  }
}

function anOutcome(
  parts: Partial<Omit<ProgrammeOutcome, 'decidedOn'>> & { on?: string } = {},
): ProgrammeOutcome {
  const { on = '2025-01-20', ...rest } = parts
  return {
    kind: 'youth-caution',
    residence: 'local',
    appeal: 'none',
    decidedOn: plainDate(on),
    ...rest,
  }
}

const quarter = { from: plainDate('2025-04-01'), to: plainDate('2025-06-30') }

function ask(programmes: readonly EndedProgramme[], period = quarter, asOf = '2025-09-01') {
  const question = { period, asOf: plainDate(asOf), population: null, facts: { programmes } }
  return runMeasure(kpi6, question)
}

function parts(result: ReturnType<typeof ask>, id: string) {
  const found = result.figures.find(figure => figure.id === id)
  return found && [found.numerator, found.denominator]
}

describe('national vectors', () => {
  it('counts the caution of a child who also ended a referral order', () => {
    const child = { id: 'kai' }
    const result = ask([
      anEnded({ child, ended: '2025-05-20', outcomes: [anOutcome({ kind: 'referral-order' })] }),
      anEnded({ child, ended: '2025-06-03' }),
    ])
    expect(parts(result, 'headline')).toEqual([1, 1])
    expect(result.rows.map(row => row.answer)).toEqual(['excluded', 'counted'])
    expect(result.rows[0]?.reason).toContain(
      'a referral order, which is not an out-of-court disposal',
    )
  })

  it('counts a child who was 17 at the start and 18 at the end', () => {
    const child = { bornOn: plainDate('2007-05-01') }
    expect(parts(ask([anEnded({ child, started: '2025-04-30' })]), 'headline')).toEqual([1, 1])
    expect(parts(ask([anEnded({ child, started: '2025-05-01' })]), 'headline')).toEqual([0, 0])
  })

  it('leaves out a child of another area everywhere', () => {
    const result = ask([anEnded({ outcomes: [anOutcome({ residence: 'other' })] })])
    expect(result.figures.every(figure => figure.numerator === 0)).toBe(true)
    expect(result.rows[0]?.reason).toContain('another area')
  })
})

describe('children and programmes', () => {
  const child = { id: 'kai' }
  const result = ask([
    anEnded({ child, result: 'completed' }),
    anEnded({
      child,
      result: 'not-completed',
      outcomes: [anOutcome({ kind: 'community-resolution' })],
    }),
    anEnded({ child: { id: 'sam' }, result: null }),
  ])

  it('counts children in the headline and programmes in 6a', () => {
    expect(parts(result, 'headline')).toEqual([1, 2])
    expect(parts(result, '6a')).toEqual([1, 3])
  })

  it('keeps a blank result in the denominator only, shown as missing data', () => {
    expect(parts(result, 'missing-result')).toEqual([1, null])
    const row = result.rows.find(each => each.childId === 'sam')
    expect(row).toMatchObject({ answer: 'in-denominator' })
    expect(row?.reason).toContain('not recorded')
  })

  it('takes the children with that type as the denominator of 6b', () => {
    expect(parts(result, '6b-youth-caution-completed')).toEqual([1, 2])
    expect(parts(result, '6b-youth-caution-not-completed')).toEqual([0, 2])
    expect(parts(result, '6b-community-resolution-completed')).toEqual([0, 1])
    expect(parts(result, '6b-community-resolution-not-completed')).toEqual([1, 1])
    expect(parts(result, '6b-youth-conditional-caution-completed')).toEqual([0, 0])
  })
})

describe('6c', () => {
  const result = ask([
    anEnded({
      child: { sex: 'male', ethnicity: 'black-african', bornOn: plainDate('2010-02-02') },
    }),
    anEnded({
      child: { ethnicity: 'not-asked', bornOn: plainDate('2010-02-01') },
      result: 'not-completed',
    }),
  ])
  it.each([
    ['6c-ethnicity-black-or-black-british-completed', [1, 2]],
    ['6c-ethnicity-information-not-obtained-not-completed', [1, 2]],
    ['6c-ethnicity-white-completed', [0, 2]],
    ['6c-age-10-14-completed', [1, 2]],
    ['6c-age-15-17-not-completed', [1, 2]],
    ['6c-sex-male-completed', [1, 2]],
    ['6c-sex-female-not-completed', [1, 2]],
    ['6c-sex-not-known-completed', [0, 2]],
  ])('%s is out of all children with a programme that ended', (id, expected) => {
    expect(parts(result, id)).toEqual(expected)
  })
})

describe('what counts', () => {
  it.each([
    ['the day before the quarter', '2025-03-31', 0],
    ['its first day', '2025-04-01', 1],
    ['its last day', '2025-06-30', 1],
    ['the day after', '2025-07-01', 0],
  ])('a programme that ended on %s', (_, ended, expected) => {
    expect(ask([anEnded({ ended })]).rows).toHaveLength(expected)
  })

  it.each([
    ['9 at the start', '2015-02-02', 'excluded'],
    ['10 at the start', '2015-02-01', 'counted'],
    ['17 at the start', '2007-02-02', 'counted'],
    ['18 at the start', '2007-02-01', 'excluded'],
  ])('%s', (_, born, expected) => {
    expect(ask([anEnded({ child: { bornOn: plainDate(born) } })]).rows[0]?.answer).toBe(expected)
  })

  it('excludes work that serves no outcome, and says so', () => {
    const [row] = ask([anEnded({ outcomes: [] })]).rows
    expect(row).toMatchObject({ answer: 'excluded', groups: { kindId: 'none' } })
    expect(row?.reason).toContain('Not linked to an outcome')
  })

  it('excludes a programme whose disposal an appeal struck out', () => {
    const [row] = ask([anEnded({ outcomes: [anOutcome({ appeal: 'successful' })] })]).rows
    expect(row).toMatchObject({ answer: 'excluded' })
    expect(row?.reason).toContain('appeal')
  })

  it('stands a programme of several outcomes under the most serious that stands, then the latest', () => {
    const outcomes = [
      anOutcome({ kind: 'community-resolution' }),
      anOutcome({ kind: 'youth-conditional-caution', appeal: 'changed' }),
      anOutcome({ kind: 'youth-caution' }),
      anOutcome({ kind: 'referral-order' }),
    ]
    expect(ask([anEnded({ outcomes })]).rows[0]?.groups.kind).toBe('Youth caution')
  })

  it('answers for earlier years, with a note that the indicator starts in April 2023', () => {
    const before = { from: plainDate('2023-03-31'), to: plainDate('2023-03-31') }
    const result = ask([anEnded({ started: '2023-01-01', ended: '2023-03-31' })], before)
    expect(parts(result, 'headline')).toEqual([1, 1])
    expect(result.notes.at(-1)).toContain('starts on 1 April 2023')
    const after = { from: plainDate('2023-04-01'), to: plainDate('2023-06-30') }
    expect(ask([], after).notes.at(-1)).not.toContain('starts on 1 April 2023')
  })
})
