import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { parsePlainDate, realDate } from '#domain/calendar/plain-date.ts'
import { monthName } from '#domain/calendar/format-date.ts'
import { foldName } from './fold-name.ts'

/** What somebody typed into a search box, told apart. */
export type Search = {
  /** Folded words of names, in the order typed. */
  readonly words: readonly string[]
  readonly bornOn?: PlainDate
  /** An identifier of an unknown kind, as typed but in capitals. */
  readonly identifier?: string
  /** In the usual form: "M1 1AE". */
  readonly postcode?: string
}

const isoDate = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/u
const numericDate = /(?<![\d/])(\d{1,2})([/.\- ])(\d{1,2})\2(\d{4}|\d{2})(?![\d/])/u
const runTogether = /(?<!\d)(\d{2})(\d{2})(\d{4})(?!\d)/u
const wordedDate = /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?[ -]+(?:of +)?(\p{L}{3,9})[ ,-]+(\d{4})(?!\d)/iu
const fullPostcode = /(?<![A-Z0-9/])([A-Z]{1,2}\d[A-Z\d]?) ?(\d[A-Z]{2})(?![A-Z0-9])/iu
const nhsNumber = /(?<!\d)\d{3} \d{3} \d{4}(?!\d)/u
const mixedWord = /(?<!\S)(?=\S*\d)[A-Z0-9][A-Z0-9/.-]{3,}(?!\S)/iu

/**
 * Reads the text of a search box. A date of birth may be written 2010-03-01, 1/3/2010, 1.3.10, 01032010,
 * 1 March 2010 or 1st Mar 2010, day first; two figures of a year are read as this century's. What is neither a
 * date, a postcode nor an identifier is names. A date that does not exist is left out.
 */
export function parseSearch(text: string): Search {
  const typed = text.normalize('NFKC').replace(/\s+/gu, ' ').trim()
  const { bornOn, rest } = takeDate(typed)
  const nhs = take(rest, nhsNumber)
  const postcode = take(nhs.rest, fullPostcode)
  const mixed = nhs.found
    ? { rest: postcode.rest, found: undefined }
    : take(postcode.rest, mixedWord)
  const identifier = nhs.found ?? mixed.found
  return {
    words: foldName(mixed.rest)
      .split(' ')
      .filter(word => word !== ''),
    ...(bornOn && { bornOn }),
    ...(identifier && { identifier: identifier.toUpperCase() }),
    ...(postcode.found && { postcode: spacedPostcode(postcode.found) }),
  }
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
