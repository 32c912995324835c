import type { BirthDateLikeness } from './compare-birth-dates.ts'
import { compareBirthDates } from './compare-birth-dates.ts'
import type { NamesInCommon } from './compare-whole-names.ts'
import { compareWholeNames } from './compare-whole-names.ts'
import { identifierKey, identifierName } from './identifiers.ts'
import type { Person } from './person.ts'

export type Strength = 'certain' | 'likely' | 'possible'

export type Match<Known extends Person = Person> = {
  readonly known: Known
  readonly strength: Strength
  /** What the two have in common, and what speaks against it, in plain words. */
  readonly reasons: readonly string[]
}

type BirthDates = BirthDateLikeness | 'not known'

type Evidence = {
  readonly names: NamesInCommon
  readonly birthDates: BirthDates
  readonly sameIdentifier: boolean
  readonly otherIdentifier: boolean
  readonly samePostcode: boolean
}

const order: readonly Strength[] = ['certain', 'likely', 'possible']

/**
 * Who among the known children may be this one, the strongest match first; those of one strength stay in
 * the order given. A person with the candidate's own `id` is left out.
 *
 * Certain means the same name and date of birth, or the same identifier and nothing against it. Twins and
 * other siblings are never more than likely, and only that when their given names are close.
 */
export function likelyDuplicates<Known extends Person>(
  candidate: Person,
  known: readonly Known[],
): readonly Match<Known>[] {
  return known
    .filter(person => candidate.id === undefined || person.id !== candidate.id)
    .flatMap(person => match(candidate, person) ?? [])
    .sort((a, b) => order.indexOf(a.strength) - order.indexOf(b.strength))
}

function match<Known extends Person>(candidate: Person, known: Known): Match<Known> | undefined {
  const names = compareWholeNames(candidate, known)
  const birthDates =
    candidate.bornOn && known.bornOn
      ? compareBirthDates(candidate.bornOn, known.bornOn)
      : 'not known'
  const identifiers = compareIdentifiers(candidate, known)
  const samePostcode = isSamePostcode(candidate.postcode, known.postcode)
  const strength = strengthOf({
    names: names.inCommon,
    birthDates,
    sameIdentifier: identifiers.same.length > 0,
    otherIdentifier: identifiers.other.length > 0,
    samePostcode,
  })
  if (!strength) return undefined
  const reasons = [
    ...identifiers.same.map(kind => `same ${identifierName(kind)}`),
    ...names.reasons,
    birthDateReason(birthDates),
    ...(samePostcode ? ['same postcode'] : []),
    ...identifiers.other.map(kind => `but another ${identifierName(kind)}`),
  ]
  return { known, strength, reasons }
}

function strengthOf(evidence: Evidence): Strength | undefined {
  if (evidence.sameIdentifier) return sharingAnIdentifier(evidence)
  switch (evidence.birthDates) {
    case 'same':
      return bornTheSameDay(evidence)
    case 'day and month swapped':
      return withDayAndMonthSwapped(evidence)
    case 'one digit differs':
    case 'not known':
      return namesAndPostcode(evidence)
    case 'different':
      return evidence.names === 'both' ? 'possible' : undefined
  }
}

function sharingAnIdentifier({ names, birthDates }: Evidence): Strength {
  const givenAndBirth = names === 'given only' && birthDates === 'same'
  return names.startsWith('both') || givenAndBirth ? 'certain' : 'likely'
}

function withDayAndMonthSwapped({ names }: Evidence): Strength | undefined {
  if (names === 'both' || names === 'both, swapped') return 'likely'
  return names === 'both, nearly' ? 'possible' : undefined
}

function bornTheSameDay({ names, otherIdentifier, samePostcode }: Evidence): Strength | undefined {
  switch (names) {
    case 'both':
      return otherIdentifier ? 'likely' : 'certain'
    case 'both, swapped':
    case 'both, nearly':
      return otherIdentifier ? 'possible' : 'likely'
    case 'given only':
      return samePostcode ? 'likely' : 'possible'
    case 'family only':
      return 'possible'
    case 'none':
      return undefined
  }
}

function namesAndPostcode({ names, samePostcode }: Evidence): Strength | undefined {
  if (names === 'both') return samePostcode ? 'likely' : 'possible'
  if (names === 'both, swapped') return 'possible'
  return names === 'both, nearly' && samePostcode ? 'possible' : undefined
}

function birthDateReason(birthDates: BirthDates): string {
  switch (birthDates) {
    case 'same':
      return 'same date of birth'
    case 'day and month swapped':
      return 'day and month swapped in the date of birth'
    case 'one digit differs':
      return 'one digit differs in the date of birth'
    case 'not known':
      return 'date of birth not known for both'
    case 'different':
      return 'but another date of birth'
  }
}

/** Kinds of identifier that both have: those with a value in common, and those without. */
function compareIdentifiers(a: Person, b: Person) {
  const theirs = new Set(b.identifiers.map(identifierKey))
  const theirKinds = new Set(b.identifiers.map(({ kind }) => kind))
  const shared = a.identifiers.filter(identifier => theirs.has(identifierKey(identifier)))
  const same = new Set(shared.map(({ kind }) => kind))
  const other = a.identifiers
    .map(({ kind }) => kind)
    .filter(kind => theirKinds.has(kind) && !same.has(kind))
  return { same: [...same], other: [...new Set(other)] }
}

function isSamePostcode(a: string | null | undefined, b: string | null | undefined): boolean {
  const [left, right] = [a, b].map(postcode => postcode?.replace(/\s/gu, '').toUpperCase())
  return left !== undefined && left !== '' && left === right
}
