import { describe, expect, it } from 'vitest'
import { contains, daysIn, overlaps, parsePeriod, sharedDays } from './period.ts'
import { plainDate } from './plain-date.ts'

const span = (from: string, to: string) => ({ from: plainDate(from), to: plainDate(to) })
const march = span('2026-03-01', '2026-03-31')
const fromMidMarch = { from: plainDate('2026-03-15'), to: null }

describe('a period', () => {
  it('is read from two dates, which may be the same day', () => {
    expect(parsePeriod('2026-03-01', '2026-03-01')).toMatchObject({ kind: 'period' })
  })

  it.each([
    ['2026-03-02', '2026-03-01', 'The last day must be the same as or after the first day'],
    ['2026-02-30', '2026-03-01', 'The first day must be a real date'],
    ['2026-02-01', 'soon', 'The last day must be a real date'],
  ])('is refused from %s to %s', (from, to, reason) => {
    expect(parsePeriod(from, to)).toEqual({ kind: 'refused', reason })
  })

  it('contains its first and last days and not those on either side', () => {
    const days = ['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map(plainDate)
    expect(days.map(day => contains(march, day))).toEqual([false, true, true, false])
    expect(days.map(day => contains(fromMidMarch, day))).toEqual([false, false, true, true])
  })

  it.each([
    ['ends the day before', '2026-02-01', '2026-02-28', false],
    ['ends on the first day', '2026-02-01', '2026-03-01', true],
    ['starts on the last day', '2026-03-31', '2026-04-30', true],
    ['starts the day after', '2026-04-01', '2026-04-30', false],
    ['surrounds it', '2026-01-01', '2026-12-31', true],
  ])('overlaps one that %s: see table', (_, from, to, expected) => {
    expect(overlaps(march, span(from, to))).toBe(expected)
    expect(overlaps(span(from, to), march)).toBe(expected)
  })

  it('shares days with a spell that has not ended', () => {
    expect(overlaps(fromMidMarch, march)).toBe(true)
    expect(overlaps(march, fromMidMarch)).toBe(true)
    expect(overlaps(fromMidMarch, span('2026-03-01', '2026-03-14'))).toBe(false)
    expect(String(sharedDays(fromMidMarch, march)?.from)).toBe('2026-03-15')
    expect(String(sharedDays(fromMidMarch, march)?.to)).toBe('2026-03-31')
    expect(sharedDays(fromMidMarch, span('2026-01-01', '2026-03-14'))).toBeUndefined()
  })

  it('counts its first and last day', () => {
    expect(daysIn(march)).toBe(31)
    expect(daysIn(span('2026-03-01', '2026-03-01'))).toBe(1)
  })
})
