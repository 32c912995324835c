import { digitsOf, weightedSum, weightsFrom } from './check-letters.ts'
import { bare, right, wrong, type IdentifierReading } from './identifier-reading.ts'

const weights = weightsFrom(10, 2)

/**
 * Reads a unique learner number: ten digits, of which the last is ten less the remainder of the others by modulus 11. No number has a
 * remainder of 0.
 *
 * @source LRS-ULN
 */
export function readUln(typed: string): IdentifierReading {
  const digits = bare(typed)
  if (!/^\d{10}$/u.test(digits)) {
    return wrong('A ULN has 10 digits and nothing else. Look at the certificate or ask the college')
  }
  if (ulnCheckDigit(digits) !== Number(digits.at(-1))) {
    return wrong('The last digit does not fit the others: check for a wrong digit')
  }
  return right(digits)
}

/** The digit that checks the first nine; 10 where there is none, so that the number is never given out. */
export function ulnCheckDigit(firstNine: string): number {
  return 10 - (weightedSum(digitsOf(firstNine.slice(0, 9)), weights) % 11)
}
