import { addMonths } from './months.ts'
import type { Period } from './period.ts'
import type { PlainDate } from './plain-date.ts'
import { addDays, plainDate } from './plain-date.ts'

/**
 * A quarter of the financial year. `year` is the year in which the financial year starts, so January to
 * March 2026 is quarter 4 of 2025.
 */
export type Quarter = { readonly year: number; readonly quarter: QuarterNumber }

export type QuarterNumber = 1 | 2 | 3 | 4

const quarterNumbers: readonly QuarterNumber[] = [1, 2, 3, 4]

/** The quarter in which a day lies. */
export function quarterOf(date: PlainDate): Quarter {
  if (date.month <= 3) return { year: date.year - 1, quarter: 4 }
  if (date.month <= 6) return { year: date.year, quarter: 1 }
  return { year: date.year, quarter: date.month <= 9 ? 2 : 3 }
}

/**
 * The quarter's label in returns: `2025Q4`.
 *
 * @source YJB-SQL quarter label
 */
export function quarterLabel({ year, quarter }: Quarter): string {
  return `${year}Q${quarter}`
}

/** Reads a label such as `2025Q4`; undefined when it is not one. */
export function parseQuarterLabel(label: string): Quarter | undefined {
  const match = /^(\d{4})Q([1-4])$/.exec(label)
  const quarter = quarterNumbers.find(number => String(number) === match?.[2])
  return match && quarter ? { year: Number(match[1]), quarter } : undefined
}

/** 1 April, 1 July, 1 October or 1 January. */
export function firstDayOfQuarter({ year, quarter }: Quarter): PlainDate {
  return addMonths(plainDate(`${year}-04-01`), (quarter - 1) * 3)
}

/** 30 June, 30 September, 31 December or 31 March. */
export function lastDayOfQuarter(quarter: Quarter): PlainDate {
  return addDays(addMonths(firstDayOfQuarter(quarter), 3), -1)
}

/** All days of the quarter. */
export function daysOfQuarter(quarter: Quarter): Period {
  return { from: firstDayOfQuarter(quarter), to: lastDayOfQuarter(quarter) }
}

/** The quarter a number of quarters later; earlier when negative. */
export function addQuarters(quarter: Quarter, count: number): Quarter {
  return quarterOf(addMonths(firstDayOfQuarter(quarter), count * 3))
}

/** For sorting: negative when `a` is earlier than `b`. */
export function compareQuarters(a: Quarter, b: Quarter): number {
  return a.year - b.year || a.quarter - b.quarter
}

/** The year in which the financial year of this day starts: 2025 for 31 March 2026, 2026 for 1 April 2026. */
export function financialYearOf(date: PlainDate): number {
  return quarterOf(date).year
}

/** All days of the financial year that starts in this year: 1 April to 31 March. */
export function daysOfFinancialYear(year: number): Period {
  return { from: plainDate(`${year}-04-01`), to: plainDate(`${year + 1}-03-31`) }
}

/** The four quarters of the financial year that starts in this year. */
export function quartersOfFinancialYear(year: number): readonly Quarter[] {
  return quarterNumbers.map(quarter => ({ year, quarter }))
}
