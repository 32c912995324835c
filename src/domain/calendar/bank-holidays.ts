import published from './bank-holidays.json' with { type: 'json' }
import type { PlainDate } from './plain-date.ts'
import { parsePlainDate } from './plain-date.ts'

/** Days on which offices are closed besides weekends, and the years for which that is known. */
export type Holidays = {
  readonly firstYear: number
  readonly lastYear: number
  /** Title by date written as `2026-12-25`. */
  readonly titles: ReadonlyMap<string, string>
}

/**
 * Bank holidays in England and Wales. A proclamation can add or move a day: then the data file changes.
 *
 * @source GOVUK-BANK-HOLIDAYS
 */
export const bankHolidays: Holidays = parseBankHolidays(published)

/**
 * Reads the bank holiday file.
 *
 * @throws Error naming the first entry that is no date, falls on a weekend, is listed twice or lies
 *   outside the file's years, and any year without the eight days that every year has at least
 */
export function parseBankHolidays(file: unknown): Holidays {
  if (!isBankHolidayFile(file))
    throw new Error('The bank holiday file does not have its usual form')
  const { firstYear, lastYear } = file
  const titles = new Map<string, string>()
  for (const { date, title } of file.holidays) {
    const problem = problemWith(date, titles, file)
    if (problem) throw new Error(`Bank holiday "${date}" (${title}) ${problem}`)
    titles.set(date, title)
  }
  for (let year = firstYear; year <= lastYear; year += 1) {
    const count = [...titles.keys()].filter(date => date.startsWith(`${year}-`)).length
    if (count < 8) throw new Error(`The bank holiday file has only ${count} days in ${year}`)
  }
  return { firstYear, lastYear, titles }
}

/** The same holidays with a service's own closed days added (days it does not count as working days). */
export function withClosedDays(holidays: Holidays, closed: readonly PlainDate[]): Holidays {
  const own = closed.map(date => [date.toString(), 'Closed'] as const)
  return { ...holidays, titles: new Map([...own, ...holidays.titles]) }
}

/**
 * What the holiday on this date is called; undefined when the date is none.
 *
 * @throws RangeError for a year that the holidays do not cover, so that nothing is counted on a guess
 */
export function holidayTitle(
  date: PlainDate,
  holidays: Holidays = bankHolidays,
): string | undefined {
  if (date.year < holidays.firstYear || date.year > holidays.lastYear) {
    throw new RangeError(
      `Bank holidays are known from ${holidays.firstYear} to ${holidays.lastYear}, not for ${date.toString()}`,
    )
  }
  return holidays.titles.get(date.toString())
}

type BankHolidayFile = {
  firstYear: number
  lastYear: number
  holidays: readonly { date: string; title: string }[]
}

function problemWith(
  text: string,
  known: ReadonlyMap<string, string>,
  years: BankHolidayFile,
): string | undefined {
  const date = parsePlainDate(text)
  if (!date) return 'is not a date'
  if (date.dayOfWeek > 5) return 'falls on a weekend'
  if (known.has(text)) return 'is listed twice'
  if (date.year < years.firstYear || date.year > years.lastYear)
    return 'is outside the years covered'
  return undefined
}

function isBankHolidayFile(file: unknown): file is BankHolidayFile {
  if (typeof file !== 'object' || file === null) return false
  if (!('firstYear' in file && 'lastYear' in file && 'holidays' in file)) return false
  const { firstYear, lastYear, holidays } = file
  return Number.isInteger(firstYear) && Number.isInteger(lastYear) && areNamedDays(holidays)
}

function areNamedDays(days: unknown): boolean {
  return (
    Array.isArray(days) &&
    days.every(
      (day: unknown) =>
        typeof day === 'object' &&
        day !== null &&
        'date' in day &&
        typeof day.date === 'string' &&
        'title' in day &&
        typeof day.title === 'string',
    )
  )
}
