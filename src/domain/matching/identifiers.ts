import type { Identifier } from './person.ts'

const kindNames: Readonly<Record<string, string>> = {
  pnc: 'PNC identifier',
  cro: 'CRO number',
  nhs: 'NHS number',
  upn: 'unique pupil number',
  uln: 'unique learner number',
}

// Year of entry, serial number and check letter: 12/123A is short for 2012/0000123A.
const pnc = /^(\d{2}|\d{4})\/(\d{1,7})([A-Z])$/
const pncWithoutStroke = /^(\d{4}|\d{2})(\d{7})([A-Z])$/

/** What people call this kind of identifier; a kind not listed here is its own name, with spaces. */
export function identifierName(kind: string): string {
  return kindNames[kind] ?? kind.replaceAll('-', ' ')
}

/**
 * An identifier as it is compared and indexed: its kind and value without case, spaces and punctuation.
 * PNC identifiers are written out in full, so that "12/123a" and "2012/0000123A" are the same.
 */
export function identifierKey({ kind, value }: Identifier): string {
  return `${kind}:${normalisedValue(value, kind === 'pnc')}`
}

function normalisedValue(value: string, isPnc: boolean): string {
  const bare = value.normalize('NFKC').toUpperCase().replace(/\s/gu, '')
  const match = isPnc ? (pnc.exec(bare) ?? pncWithoutStroke.exec(bare)) : undefined
  const [, year, serial, letter] = match ?? []
  if (year && serial && letter) return `${fullYear(year)}${serial.padStart(7, '0')}${letter}`
  return bare.replace(/[^\p{L}\p{N}]/gu, '')
}

// Anyone who is a child now was first entered on the PNC in this century.
function fullYear(year: string): string {
  return year.length === 2 ? `20${year}` : year
}
