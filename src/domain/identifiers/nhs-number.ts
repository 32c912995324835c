import { digitsOf, weightedSum, weightsFrom } from './check-letters.ts'
import { bare, right, wrong, type IdentifierReading } from './identifier-reading.ts'

const weights = weightsFrom(10, 2)

/**
 * Reads an NHS number: ten digits, of which the last checks the other nine by modulus 11. A check digit of 10 means that the number was
 * never given out.
 *
 * @returns the number as it is printed, in groups of three, three and four
 * @source NHS-DD "NHS number"
 * @interpretation One digit ten times over passes the check and is what people type who do not know the number: refused.
 */
export function readNhsNumber(typed: string): IdentifierReading {
  const digits = bare(typed)
  if (!/^\d*$/u.test(digits)) {
    return wrong('An NHS number has only digits. Take out the letters and signs, or leave it empty')
  }
  if (digits.length !== 10) {
    return wrong(
      `An NHS number has 10 digits, and this has ${digits.length}. Look at the letter or card again`,
    )
  }
  if (/^(\d)\1+$/u.test(digits)) {
    return wrong('This stands for a number that nobody knows. Leave it empty until you have it')
  }
  if (nhsCheckDigit(digits) !== Number(digits.at(-1))) {
    return wrong('The last digit does not fit the others: check for a wrong digit')
  }
  return right(`${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}`)
}

/** The digit that checks the first nine, from 0 to 10; a number whose digit would be 10 is never given out. */
export function nhsCheckDigit(firstNine: string): number {
  const remainder = weightedSum(digitsOf(firstNine.slice(0, 9)), weights) % 11
  return remainder === 0 ? 0 : 11 - remainder
}
