import { Temporal } from 'temporal-polyfill'
import { withPlainDigits } from './digits.ts'

export type DatePart = 'day' | 'month' | 'year'

/** The parts of a date in the order in which they are asked for. */
export const dateParts: readonly DatePart[] = ['day', 'month', 'year']

/** What was typed into the three inputs, trimmed. */
export type DateParts = Readonly<Record<DatePart, string>>

export type DateReading =
  | { readonly kind: 'date'; readonly date: Temporal.PlainDate }
  | { readonly kind: 'wrong'; readonly message: string; readonly parts: readonly DatePart[] }

const monthNames =
  'january february march april may june july august september october november december'.split(' ')

// Nobody alive was born before, and nothing planned here lies beyond: such years are slips of the keyboard.
const [firstYear, lastYear] = [1900, 2199]

/** Reads three inputs of which at least one is filled; the wrong parts are named with the message. */
export function readDateParts(typed: DateParts, name: string): DateReading {
  const blank = dateParts.filter(part => typed[part] === '')
  if (blank.length > 0) return wrong(`${name} must include a ${blank.join(' and ')}`, blank)
  const day = numberIn(typed.day, 1, 31)
  const month = monthNumber(typed.month)
  const year = withPlainDigits(typed.year)
  const notReal = dateParts.filter(
    part =>
      (part === 'day' && day === undefined) ||
      (part === 'month' && month === undefined) ||
      (part === 'year' && !/^\d+$/.test(year)),
  )
  if (notReal.length > 0) return wrong(`${name} must be a real date`, notReal)
  if (year.length !== 4) return wrong('Year must include 4 numbers', ['year'])
  if (numberIn(year, firstYear, lastYear) === undefined) {
    return wrong(`Year must be between ${firstYear} and ${lastYear}`, ['year'])
  }
  const date = realDate(Number(year), month ?? 0, day ?? 0)
  return date ? { kind: 'date', date } : wrong(`${name} must be a real date`, dateParts)
}

function wrong(message: string, parts: readonly DatePart[]): DateReading {
  return { kind: 'wrong', message, parts }
}

function numberIn(text: string, min: number, max: number): number | undefined {
  const digits = withPlainDigits(text)
  const number = Number(digits)
  return /^\d{1,4}$/.test(digits) && number >= min && number <= max ? number : undefined
}

/** A month as a number, its name, or the name's first three letters or more: "3", "march", "Sept." */
function monthNumber(text: string): number | undefined {
  const word = text.toLowerCase().replace(/\.$/, '')
  const named = word.length >= 3 ? monthNames.findIndex(name => name.startsWith(word)) + 1 : 0
  return named > 0 ? named : numberIn(text, 1, 12)
}

function realDate(year: number, month: number, day: number): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
