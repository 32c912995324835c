import { describe, expect, it } from 'vitest'
import {
  describeDay,
  formatDate,
  formatDateRange,
  formatDateWithWeekday,
  formatShortDate,
} from './format-date.ts'
import { addDays, plainDate } from './plain-date.ts'

describe('dates in words', () => {
  it('are written the GOV.UK way', () => {
    const date = plainDate('2026-03-03')
    expect(formatDate(date)).toBe('3 March 2026')
    expect(formatShortDate(date)).toBe('3 Mar 2026')
    expect(formatDateWithWeekday(date)).toBe('Tuesday 3 March 2026')
    expect(formatDateWithWeekday(plainDate('2026-03-08'))).toBe('Sunday 8 March 2026')
    expect(formatDate(plainDate('2026-12-31'))).toBe('31 December 2026')
  })

  it.each([
    ['2026-03-03', '2026-03-05', '3 to 5 March 2026'],
    ['2026-03-28', '2026-04-03', '28 March to 3 April 2026'],
    ['2025-12-28', '2026-01-03', '28 December 2025 to 3 January 2026'],
    ['2025-03-03', '2026-03-05', '3 March 2025 to 5 March 2026'],
    ['2026-03-03', '2026-03-03', '3 March 2026'],
  ])('write %s to %s as %s', (from, to, words) => {
    expect(formatDateRange({ from: plainDate(from), to: plainDate(to) })).toBe(words)
  })

  it.each([
    [-2, '2 days ago'],
    [-1, 'yesterday'],
    [0, 'today'],
    [1, 'tomorrow'],
    [3, 'in 3 days'],
  ])('describe %i days from today as %s', (days, words) => {
    const today = plainDate('2026-02-28')
    expect(describeDay(addDays(today, days), today)).toBe(words)
  })
})
