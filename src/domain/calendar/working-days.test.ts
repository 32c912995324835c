import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bankHolidays, withClosedDays } from './bank-holidays.ts'
import { addDays, daysBetween, plainDate } from './plain-date.ts'
import { addWorkingDays, isWorkingDay, workingDaysBetween } from './working-days.ts'

describe('counting working days from a trigger', () => {
  it.each([
    ['Thursday before Easter, 5 days', '2026-04-02', 5, '2026-04-13'],
    ['Thursday before Easter, 20 days (early May holiday too)', '2026-04-02', 20, '2026-05-05'],
    ['just before Christmas, 5 days', '2026-12-23', 5, '2027-01-04'],
    ['a Friday, the next working day is Monday', '2026-03-06', 1, '2026-03-09'],
    ['a Saturday counts from Monday', '2026-03-07', 1, '2026-03-09'],
    ['a Sunday counts from Monday', '2026-03-08', 1, '2026-03-09'],
    ['no days is the day itself, even a Sunday', '2026-03-08', 0, '2026-03-08'],
    ['back from the Tuesday after Easter', '2026-04-07', -1, '2026-04-02'],
    ['back from a Monday', '2026-03-09', -5, '2026-03-02'],
  ])('%s', (_, trigger, count, expected) => {
    expect(addWorkingDays(plainDate(trigger), count).toString()).toBe(expected)
  })

  it("skips a service's own closed days", () => {
    const holidays = withClosedDays(bankHolidays, [plainDate('2026-03-09')])
    expect(addWorkingDays(plainDate('2026-03-06'), 1, holidays).toString()).toBe('2026-03-10')
    expect(workingDaysBetween(plainDate('2026-03-06'), plainDate('2026-03-10'), holidays)).toBe(1)
  })

  it('refuses half days, and never counts past the years it knows', () => {
    expect(() => addWorkingDays(plainDate('2026-03-09'), 1.5)).toThrow('not a whole number')
    expect(addWorkingDays(plainDate('2030-12-30'), 1).toString()).toBe('2030-12-31')
    expect(() => addWorkingDays(plainDate('2030-12-31'), 1)).toThrow('Bank holidays are known from')
    expect(() => isWorkingDay(plainDate('2031-01-04'))).toThrow('Bank holidays are known from')
  })

  it('counts the last day but not the first', () => {
    const monday = plainDate('2026-03-09')
    expect(workingDaysBetween(monday, monday)).toBe(0)
    expect(workingDaysBetween(monday, addDays(monday, 1))).toBe(1)
    expect(workingDaysBetween(monday, addDays(monday, 6))).toBe(4)
    expect(workingDaysBetween(monday, addDays(monday, 7))).toBe(5)
    expect(workingDaysBetween(monday, addDays(monday, -3))).toBe(-1)
  })

  it('lands on a working day that counting confirms, with no working day further off left out', () => {
    const trigger = fc
      .integer({ min: 0, max: 4200 })
      .map(days => addDays(plainDate('2018-06-01'), days))
    const count = fc.integer({ min: -60, max: 60 }).filter(days => days !== 0)
    fc.assert(
      fc.property(trigger, count, (from, days) => {
        const to = addWorkingDays(from, days)
        expect(isWorkingDay(to)).toBe(true)
        expect(workingDaysBetween(from, to)).toBe(days)
        expect(Math.abs(daysBetween(from, to))).toBeGreaterThanOrEqual(Math.abs(days))
      }),
      { numRuns: 60 },
    )
  })
})
