import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { dayAndMonthSwapped } from './compare-birth-dates.ts'
import { identifierKey } from './identifiers.ts'
import { nameKeys } from './name-keys.ts'
import type { Person } from './person.ts'

export type CandidateKeys = {
  readonly givenNames: readonly string[]
  readonly familyNames: readonly string[]
  /** The date of birth, and the same with day and month swapped where that is a date. */
  readonly birthDates: readonly PlainDate[]
  /** Identifiers by kind, without case, spaces and punctuation. */
  readonly identifiers: readonly string[]
}

/**
 * The keys under which a database finds the records worth comparing. Store the union of the name keys, and
 * the identifiers, with each child. Fetch those who share an identifier, or a date of birth, or one of the
 * given-name keys and one of the family-name keys; then let `likelyDuplicates` judge. Other names count as
 * both, for they may be either.
 */
export function candidateKeys(person: Person): CandidateKeys {
  const { bornOn, otherNames = [] } = person
  const swapped = bornOn ? dayAndMonthSwapped(bornOn) : undefined
  return {
    givenNames: nameKeys(person.givenName, ...otherNames),
    familyNames: nameKeys(person.familyName, ...otherNames),
    birthDates: [bornOn, swapped].filter(date => date !== undefined && date !== null),
    identifiers: [...new Set(person.identifiers.map(identifierKey))].sort(),
  }
}
