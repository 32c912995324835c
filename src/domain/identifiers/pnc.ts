import { letterOf } from './check-letters.ts'
import { bare, right, wrong, type IdentifierReading } from './identifier-reading.ts'

// Year of entry in two or four digits, serial number with or without its zeros, check letter.
const withStroke = /^(\d{2}|\d{4})\/(\d{1,7})([A-Z])$/u
const withoutStroke = /^(\d{4}|\d{2})(\d{7})([A-Z])$/u

/**
 * Reads an identifier of the Police National Computer: the year of entry, a serial number of up to seven digits and the letter that checks
 * the two by modulus 23. "12/123X" is short for "2012/0000123X".
 *
 * @returns the identifier written out in full
 * @source PNC-ID
 * @interpretation A year of two digits is of this century: nobody who is a child now was entered before it.
 */
export function readPnc(typed: string): IdentifierReading {
  const text = bare(typed)
  const [, year, serial, letter] = withStroke.exec(text) ?? withoutStroke.exec(text) ?? []
  if (year === undefined || serial === undefined || letter === undefined) {
    return wrong('PNC number must look like 2012/0000123Q: the year, a stroke, digits and a letter')
  }
  if (/[IOS]/u.test(letter)) {
    return wrong('A PNC number never ends with I, O or S. Check whether it is a 1, a 0 or a 5')
  }
  if (pncCheckLetter(year, serial) !== letter) {
    return wrong('The last letter does not fit the digits: check for a wrong digit or letter')
  }
  return right(`${year.length === 2 ? `20${year}` : year}/${serial.padStart(7, '0')}${letter}`)
}

/** The letter that checks year and serial number: the last two digits of the year and all seven of the serial, by modulus 23 with Z for 0. */
export function pncCheckLetter(year: string, serial: string): string {
  const remainder = Number(`${year.slice(-2)}${serial.padStart(7, '0')}`) % 23
  return letterOf((remainder + 22) % 23)
}
