import { describe, expect, it } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import { londonInstant } from '../calendar/time.ts'
import { isOvernight, policeStay, stayInWords } from './police-stay.ts'

const now = londonInstant(plainDate('2026-03-30'), '12:00')

function stay(arrived: string, released: string | null) {
  const [arrivedOn = '', arrivedTime = ''] = arrived.split(' ')
  const [on = '', time = ''] = released?.split(' ') ?? []
  return policeStay(
    {
      arrivedOn: plainDate(arrivedOn),
      arrivedTime,
      released: released === null ? null : { on: plainDate(on), time },
    },
    now,
  )
}

describe('a stay at a police station', () => {
  it.each([
    ['36 hours are believed', '2026-02-01 08:00', '2026-02-02 20:00', false],
    ['a minute more asks for a second look', '2026-02-01 08:00', '2026-02-02 20:01', true],
    [
      'a night in which clocks go forward is an hour shorter',
      '2026-03-28 09:00',
      '2026-03-29 22:00',
      false,
    ],
  ])('%s', (_name, arrived, released, isVeryLong) => {
    expect(stay(arrived, released)).toMatchObject({ kind: 'stay', isVeryLong })
  })

  it('may go on', () => {
    expect(stay('2026-03-30 09:00', null)).toMatchObject({ kind: 'stay', releasedAt: null })
  })

  it.each([
    ['a release before the arrival', '2026-02-01 08:00', '2026-02-01 07:59', 'released'],
    ['a release at the very moment of arrival', '2026-02-01 08:00', '2026-02-01 08:00', 'released'],
    ['an arrival that has not come yet', '2026-03-30 12:01', null, 'arrived'],
    ['a release that has not come yet', '2026-03-30 11:00', '2026-03-30 12:01', 'released'],
    ['a time that the clocks left out', '2026-03-29 01:30', null, 'arrived'],
  ])('refuses %s', (_name, arrived, released, about) => {
    expect(stay(arrived, released)).toMatchObject({ kind: 'refused', about })
  })

  it('takes a release in the hour that comes twice as the later one when only that can be', () => {
    expect(stay('2025-10-26 01:30', '2025-10-26 01:10')).toMatchObject({ kind: 'stay' })
  })

  it('is told in hours and minutes', () => {
    const from = londonInstant(plainDate('2026-02-01'), '22:40')
    const to = londonInstant(plainDate('2026-02-02'), '04:00')
    expect(stayInWords(from, to)).toBe('5 hours 20 minutes')
    expect(isOvernight(from, to)).toBe(true)
    expect(isOvernight(from, londonInstant(plainDate('2026-02-01'), '23:59'))).toBe(false)
  })
})
