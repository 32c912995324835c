import { describe, expect, it } from 'vitest'
import { addMonths, lastDayOfMonth, lastDayOfTerm, wholeMonthsBetween } from './months.ts'
import { plainDate } from './plain-date.ts'

describe('calendar months', () => {
  it.each([
    ['2025-08-31', 6, '2026-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-01-30', 1, '2026-02-28'],
    ['2026-02-28', 1, '2026-03-28'],
    ['2026-11-15', 3, '2027-02-15'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-03-31', 0, '2026-03-31'],
  ])('%s and %i months is %s', (from, months, expected) => {
    expect(addMonths(plainDate(from), months).toString()).toBe(expected)
  })

  it('ends a six-month contract signed on 15 January on 14 July', () => {
    expect(lastDayOfTerm(plainDate('2026-01-15'), 6).toString()).toBe('2026-07-14')
    expect(lastDayOfTerm(plainDate('2026-03-01'), 6).toString()).toBe('2026-08-31')
  })

  it.each([
    ['2026-02-01', '2026-02-28'],
    ['2028-02-29', '2028-02-29'],
    ['2026-12-31', '2026-12-31'],
  ])('ends the month of %s on %s', (date, last) => {
    expect(lastDayOfMonth(plainDate(date)).toString()).toBe(last)
  })

  it('counts a month as whole only when its day is reached', () => {
    const from = plainDate('2026-01-15')
    expect(wholeMonthsBetween(from, plainDate('2026-07-14'))).toBe(5)
    expect(wholeMonthsBetween(from, plainDate('2026-07-15'))).toBe(6)
    expect(wholeMonthsBetween(plainDate('2026-07-15'), from)).toBe(-6)
  })
})
