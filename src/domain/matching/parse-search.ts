import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { parsePlainDate, realDate } from '#domain/calendar/plain-date.ts'
import { monthName } from '#domain/calendar/format-date.ts'
import { foldName } from './fold-name.ts'

/** What somebody typed into a search box, told apart. */
export type Search = {
  /** Folded words of names, in the order typed. */
  readonly words: readonly string[]
  readonly bornOn?: PlainDate
  /** A month or a year of birth, when no day is given: its first and last day. */
  readonly bornBetween?: { readonly first: PlainDate; readonly last: PlainDate }
  /** An identifier of an unknown kind, as typed but in capitals. */
  readonly identifier?: string
  /** In the usual form: "M1 1AE". */
  readonly postcode?: string
  /** The first part of a postcode, in capitals: "DE45". It may be a short number of something else too. */
  readonly outward?: string
}

const isoDate = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/u
const numericDate = /(?<![\d/])(\d{1,2})([/.\- ])(\d{1,2})\2(\d{4}|\d{2})(?![\d/])/u
const runTogether = /(?<!\d)(\d{2})(\d{2})(\d{4})(?!\d)/u
const wordedDate = /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?[ -]+(?:of +)?(\p{L}{3,9})[ ,-]+(\d{4})(?!\d)/iu
const fullPostcode = /(?<![A-Z0-9/])([A-Z]{1,2}\d[A-Z\d]?) ?(\d[A-Z]{2})(?![A-Z0-9])/iu
const nhsNumber = /(?<!\d)\d{3} \d{3} \d{4}(?!\d)/u
const outwardPostcode = /(?<!\S)[A-Z]{1,2}\d[A-Z\d]?(?!\S)/iu
const wholeNumber = /^(?=(?:\D*\d){4})[A-Z]{0,4}[ -]?[\d/ .-]{4,20}[A-Z]?$/iu
const monthOfYear = /(?<!\S)(?:born )?(\p{L}{3,9})[ ,-]+((?:19|20)\d{2})(?!\S)/iu
const numericMonth = /(?<!\S)(?:born )?(\d{1,2})\/((?:19|20)\d{2})(?!\S)/iu
const isoMonth = /(?<!\S)(?:born )?((?:19|20)\d{2})-(\d{2})(?!\S)/iu
const year = /(?<!\S)(?:born )?((?:19|20)\d{2})(?!\S)/iu
const mixedWord = /(?<!\S)(?=\S*\d)[A-Z0-9][A-Z0-9/.-]{3,}(?!\S)/iu

/**
 * Reads the text of a search box. A date of birth may be written 2010-03-01, 1/3/2010, 1.3.10, 01032010,
 * 1 March 2010 or 1st Mar 2010, day first; two figures of a year are read as this century's. Without a day, "Mar 2010", 3/2010, 2010-03
 * and "born 2010" or 2010 alone are a month or a year of birth. What is neither a date, a postcode nor an identifier is names, or words of
 * an address. A date that does not exist is left out.
 */
export function parseSearch(text: string): Search {
  const typed = text.normalize('NFKC').replace(/\s+/gu, ' ').trim()
  const { bornOn, rest } = takeDate(typed)
  const nhs = take(rest, nhsNumber)
  const postcode = take(nhs.rest, fullPostcode)
  const between = bornOn
    ? { rest: postcode.rest, found: undefined }
    : takeMonthOrYear(postcode.rest)
  const outward = take(between.rest, outwardPostcode)
  const mixed = nhs.found ? { rest: outward.rest, found: undefined } : take(outward.rest, mixedWord)
  const identifier = nhs.found ?? mixed.found
  return {
    words: foldName(mixed.rest)
      .split(' ')
      .filter(word => word !== ''),
    ...(bornOn && { bornOn }),
    ...(between.found && { bornBetween: between.found }),
    ...(identifier && { identifier: identifier.toUpperCase() }),
    ...(postcode.found && { postcode: spacedPostcode(postcode.found) }),
    ...(outward.found && { outward: outward.found.toUpperCase() }),
  }
}

/**
 * The whole text, when it may be one number of some system however it is spaced: "AM 12345", "943-476 5919". It may be a date as well:
 * 01032010 is one number or one day.
 */
export function readAsNumber(text: string): string | undefined {
  const typed = text.normalize('NFKC').trim()
  return wholeNumber.test(typed) ? typed : undefined
}

function takeMonthOrYear(text: string): {
  found: { first: PlainDate; last: PlainDate } | undefined
  rest: string
} {
  for (const [pattern, read] of monthForms) {
    const match = pattern.exec(text)
    const found = match ? read(match) : undefined
    if (match && found) return { found, rest: text.replace(match[0], ' ') }
  }
  return { found: undefined, rest: text }
}

const monthForms: readonly (readonly [
  RegExp,
  (match: RegExpExecArray) => { first: PlainDate; last: PlainDate } | undefined,
])[] = [
  [monthOfYear, match => wholeMonth(match[2], monthNumber(match[1]))],
  [numericMonth, match => wholeMonth(match[2], match[1])],
  [isoMonth, match => wholeMonth(match[1], match[2])],
  [year, match => spanOf(realDate(Number(match[1]), 1, 1), realDate(Number(match[1]), 12, 31))],
]

function wholeMonth(yearText = '', monthText = '') {
  const first = realDate(Number(yearText), Number(monthText), 1)
  return spanOf(first, first?.add({ months: 1 }).subtract({ days: 1 }))
}

function spanOf(first: PlainDate | undefined, last: PlainDate | undefined) {
  return first && last ? { first, last } : undefined
}

function take(text: string, pattern: RegExp): { found: string | undefined; rest: string } {
  const found = pattern.exec(text)?.[0]
  return { found, rest: found === undefined ? text : text.replace(found, ' ') }
}

function takeDate(text: string): { bornOn: PlainDate | undefined; rest: string } {
  for (const [pattern, read] of dateForms) {
    const match = pattern.exec(text)
    const bornOn = match ? read(match) : undefined
    if (match && bornOn) return { bornOn, rest: text.replace(match[0], ' ') }
  }
  return { bornOn: undefined, rest: text }
}

const dateForms: readonly (readonly [RegExp, (match: RegExpExecArray) => PlainDate | undefined])[] =
  [
    [isoDate, match => parsePlainDate(match[0])],
    [numericDate, match => dayFirst(match[1], match[3], match[4])],
    [runTogether, match => dayFirst(match[1], match[2], match[3])],
    [wordedDate, match => dayFirst(match[1], monthNumber(match[2]), match[3])],
  ]

function dayFirst(day = '', month = '', year = ''): PlainDate | undefined {
  const fullYear = year.length === 2 ? `20${year}` : year
  return realDate(Number(fullYear), Number(month), Number(day))
}

function monthNumber(word = ''): string {
  const wanted = word.toLowerCase()
  const numbers = Array.from({ length: 12 }, (_, index) => index + 1)
  return String(numbers.find(number => monthName(number).toLowerCase().startsWith(wanted)) ?? '')
}

function spacedPostcode(text: string): string {
  const closed = text.replace(' ', '').toUpperCase()
  return `${closed.slice(0, -3)} ${closed.slice(-3)}`
}
