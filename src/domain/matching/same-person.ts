import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { compareBirthDates } from './compare-birth-dates.ts'
import { compareWholeNames } from './compare-whole-names.ts'
import { foldName } from './fold-name.ts'
import { nameKeys } from './name-keys.ts'

/** As much of somebody around a child as it takes to tell whether two records are about the same person. */
export interface SomebodyAround {
  readonly givenName: string
  readonly familyName: string | null
  readonly knownAs: string | null
  readonly bornOn: PlainDate | null
  readonly phone: string | null
}

export interface SamePerson<Known extends SomebodyAround> {
  readonly known: Known
  /** True: the same name, and the same date of birth or telephone number. False: it may be another person of that name. */
  readonly isCertain: boolean
}

/**
 * The keys under which a person is found again: how their names sound, and each word of them as it is written. Sorted, each once.
 */
export function personKeys({
  givenName,
  familyName,
  knownAs,
}: Pick<SomebodyAround, 'givenName' | 'familyName' | 'knownAs'>): readonly string[] {
  const names = [givenName, familyName, knownAs].filter(name => name !== null)
  const words = names.flatMap(name => foldName(name).split(' ')).filter(word => word !== '')
  return [...new Set([...nameKeys(...names), ...words])].toSorted()
}

/** The last ten digits of a telephone number, which are the same with and without the country's code; null when there are fewer than six. */
export function phoneKey(phone: string | null): string | null {
  const digits = (phone ?? '').replace(/\D/gu, '').slice(-10)
  return digits.length < 6 ? null : digits
}

/**
 * Who among the known people may be this one, the certain ones first; within those the order given.
 *
 * @interpretation A telephone number alone is no sign: a family shares one. A name alone is, where nothing speaks against it: it is a
 * question for the worker, never an answer.
 */
export function likelySame<Known extends SomebodyAround>(
  somebody: SomebodyAround,
  known: readonly Known[],
): readonly SamePerson<Known>[] {
  const matches = known.flatMap(one => {
    const isCertain = howSure(somebody, one)
    return isCertain === null ? [] : [{ known: one, isCertain }]
  })
  return [...matches.filter(one => one.isCertain), ...matches.filter(one => !one.isCertain)]
}

function howSure(a: SomebodyAround, b: SomebodyAround): boolean | null {
  const names = compareWholeNames(asPerson(a), asPerson(b)).inCommon
  const births = a.bornOn && b.bornOn ? compareBirthDates(a.bornOn, b.bornOn) : 'not known'
  const phone = phoneKey(a.phone)
  const isSamePhone = phone !== null && phone === phoneKey(b.phone)
  const isBoth = names === 'both' || names === 'both, nearly'
  if (isBoth && births !== 'different' && (births === 'same' || isSamePhone)) {
    return names === 'both'
  }
  if (names === 'both') return births === 'different' ? null : false
  if (names === 'given only' || names === 'both, swapped') {
    return births === 'same' || isSamePhone ? false : isOneName(a, b) ? false : null
  }
  return null
}

/** Two who are known by a given name alone, like "Nan", have nothing else to compare. */
function isOneName(a: SomebodyAround, b: SomebodyAround): boolean {
  return a.familyName === null && b.familyName === null
}

function asPerson({ givenName, familyName, knownAs }: SomebodyAround) {
  const otherNames = knownAs === null ? [] : [knownAs]
  return { givenName, familyName: familyName ?? '', otherNames, identifiers: [] }
}
