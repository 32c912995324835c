import { letterOf, valueOf, weightedSum, weightsFrom } from './check-letters.ts'
import { bare, right, wrong, type IdentifierReading } from './identifier-reading.ts'

const weights = weightsFrom(2, 13)

/**
 * Reads a unique pupil number: a check letter, then twelve digits; a temporary one has eleven digits and ends with a letter.
 *
 * @source DFE-UPN
 * @interpretation The local authority in it is not looked up: a school may have closed, and authorities are renamed.
 */
export function readUpn(typed: string): IdentifierReading {
  const upn = bare(typed)
  if (upn.length !== 13) {
    return wrong(
      `A UPN has 13 characters, and this has ${upn.length}. It is a letter and then 12 digits`,
    )
  }
  if (!/^[A-Z]\d{11}[\dA-Z]$/u.test(upn)) {
    return wrong(
      'A UPN is a letter and then 12 digits. A temporary one may end with a letter: check the rest',
    )
  }
  if (/[IOS]/u.test(upn)) {
    return wrong('A UPN never has the letters I, O or S. Check whether it is a 1, a 0 or a 5')
  }
  if (upnCheckLetter(upn.slice(1)) !== upn.charAt(0)) {
    return wrong('The first letter does not fit the rest: check for a wrong letter or digit')
  }
  return right(upn)
}

/** The letter that checks the twelve characters after it. The last may be a letter, which counts as its place without I, O and S. */
export function upnCheckLetter(twelve: string): string {
  const values = Array.from(twelve, one => (/\d/u.test(one) ? Number(one) : valueOf(one)))
  return letterOf(weightedSum(values, weights) % 23)
}
