import { describe, expect, it } from 'vitest'
import { plainDate } from './plain-date.ts'
import {
  addQuarters,
  compareQuarters,
  daysOfFinancialYear,
  daysOfQuarter,
  financialYearOf,
  parseQuarterLabel,
  quarterLabel,
  quarterOf,
  quartersOfFinancialYear,
} from './quarters.ts'

describe('financial quarters', () => {
  it.each([
    ['2025-03-31', '2024Q4'],
    ['2025-04-01', '2025Q1'],
    ['2025-06-30', '2025Q1'],
    ['2025-07-01', '2025Q2'],
    ['2025-09-30', '2025Q2'],
    ['2025-10-01', '2025Q3'],
    ['2025-12-31', '2025Q3'],
    ['2026-01-01', '2025Q4'],
    ['2026-03-31', '2025Q4'],
    ['2026-04-01', '2026Q1'],
  ])('%s lies in %s', (date, label) => {
    expect(quarterLabel(quarterOf(plainDate(date)))).toBe(label)
  })

  it.each([
    ['2025Q1', '2025-04-01', '2025-06-30'],
    ['2025Q2', '2025-07-01', '2025-09-30'],
    ['2025Q3', '2025-10-01', '2025-12-31'],
    ['2025Q4', '2026-01-01', '2026-03-31'],
  ])('%s runs from %s to %s', (label, from, to) => {
    const quarter = parseQuarterLabel(label)
    const days = quarter && daysOfQuarter(quarter)
    expect([String(days?.from), String(days?.to)]).toEqual([from, to])
  })

  it.each(['2025Q5', '2025Q0', '2025 Q1', '25Q1', '2025q1', ''])('refuses the label %j', label => {
    expect(parseQuarterLabel(label)).toBeUndefined()
  })

  it('steps over the end of the financial year', () => {
    expect(addQuarters({ year: 2025, quarter: 4 }, 1)).toEqual({ year: 2026, quarter: 1 })
    expect(addQuarters({ year: 2025, quarter: 1 }, -1)).toEqual({ year: 2024, quarter: 4 })
    expect(addQuarters({ year: 2025, quarter: 2 }, -4)).toEqual({ year: 2024, quarter: 2 })
  })

  it('sorts by year, then quarter', () => {
    const labels = ['2026Q1', '2025Q4', '2025Q1'].flatMap(label => parseQuarterLabel(label) ?? [])
    expect(labels.sort(compareQuarters).map(quarterLabel)).toEqual(['2025Q1', '2025Q4', '2026Q1'])
  })

  it('starts the financial year on 1 April', () => {
    expect(financialYearOf(plainDate('2026-03-31'))).toBe(2025)
    expect(financialYearOf(plainDate('2026-04-01'))).toBe(2026)
    expect(String(daysOfFinancialYear(2025).from)).toBe('2025-04-01')
    expect(String(daysOfFinancialYear(2025).to)).toBe('2026-03-31')
    expect(quartersOfFinancialYear(2025).map(quarterLabel)).toEqual([
      '2025Q1',
      '2025Q2',
      '2025Q3',
      '2025Q4',
    ])
  })
})
