import { describe, expect, it } from 'vitest'
import { bankHolidays, holidayTitle, parseBankHolidays, withClosedDays } from './bank-holidays.ts'
import type { PlainDate } from './plain-date.ts'
import { addDays, plainDate } from './plain-date.ts'

const years = Array.from({ length: 13 }, (_, index) => 2018 + index)
const inYear = (year: number) =>
  [...bankHolidays.titles]
    .filter(([date]) => date.startsWith(`${year}-`))
    .map(([date]) => date.slice(5))

// The anonymous Gregorian reckoning of Easter Sunday: a second way to the same dates.
function easterSunday(year: number): PlainDate {
  const [golden, century, rest] = [year % 19, Math.floor(year / 100), year % 100]
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30
  const week = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7
  const correction = Math.floor((golden + 11 * epact + 22 * week) / 451)
  const days = epact + week - 7 * correction + 114
  return plainDate(`${year}-0${Math.floor(days / 31)}-${String((days % 31) + 1).padStart(2, '0')}`)
}

describe('bank holidays in England and Wales', () => {
  it.each(years)('%i has Good Friday and Easter Monday around Easter Sunday', year => {
    expect(holidayTitle(addDays(easterSunday(year), -2))).toBe('Good Friday')
    expect(holidayTitle(addDays(easterSunday(year), 1))).toBe('Easter Monday')
  })

  it.each(years)(
    '%i has its last Monday in August, and eight days unless one was proclaimed',
    year => {
      const lastOfAugust = plainDate(`${year}-08-31`)
      expect(holidayTitle(addDays(lastOfAugust, 1 - lastOfAugust.dayOfWeek))).toBe(
        'Summer bank holiday',
      )
      expect(inYear(year)).toHaveLength({ 2022: 10, 2023: 9 }[year] ?? 8)
    },
  )

  it('knows the days that were moved or proclaimed', () => {
    expect(inYear(2020)).toContain('05-08')
    expect(inYear(2020)).not.toContain('05-04')
    expect(inYear(2022)).toEqual(expect.arrayContaining(['06-02', '06-03', '09-19']))
    expect(inYear(2022)).not.toContain('05-30')
    expect(inYear(2023)).toContain('05-08')
  })

  it('gives substitute days for a Christmas or New Year at the weekend', () => {
    expect(inYear(2021).slice(-2)).toEqual(['12-27', '12-28'])
    expect(inYear(2022)[0]).toBe('01-03')
    expect(inYear(2026).slice(-2)).toEqual(['12-25', '12-28'])
    expect(inYear(2028)[0]).toBe('01-03')
  })

  it('refuses to answer for a year it does not cover', () => {
    expect(() => holidayTitle(plainDate('2017-12-31'))).toThrow('known from 2018 to 2030')
    expect(holidayTitle(plainDate('2018-01-01'))).toBe("New Year's Day")
    expect(holidayTitle(plainDate('2030-12-31'))).toBeUndefined()
    expect(() => holidayTitle(plainDate('2031-01-01'))).toThrow('not for 2031-01-01')
  })

  it("adds a service's own closed days without touching the rest", () => {
    const holidays = withClosedDays(bankHolidays, [
      plainDate('2026-12-24'),
      plainDate('2026-12-25'),
    ])
    expect(holidayTitle(plainDate('2026-12-24'), holidays)).toBe('Closed')
    expect(holidayTitle(plainDate('2026-12-25'), holidays)).toBe('Christmas Day')
    expect(holidayTitle(plainDate('2026-12-24'))).toBeUndefined()
  })
})

describe('the bank holiday file', () => {
  const day = (date: string) => ({ date, title: 'A day' })
  const file = (...dates: string[]) => ({
    firstYear: 2026,
    lastYear: 2026,
    holidays: dates.map(day),
  })

  it.each([
    ['is not a date', file('2026-02-30')],
    ['falls on a weekend', file('2026-12-26')],
    ['is listed twice', file('2026-12-25', '2026-12-25')],
    ['is outside the years covered', file('2025-12-25')],
    ['only 1 days in 2026', file('2026-12-25')],
    ['usual form', { holidays: [] }],
    ['usual form', { ...file(), holidays: [{ date: 1 }] }],
  ])('is refused at the start when it %s', (reason, broken) => {
    expect(() => parseBankHolidays(broken)).toThrow(reason)
  })
})
