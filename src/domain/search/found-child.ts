import { textOfKey, type SearchKeyKind } from './search-keys.ts'
import type { Meaning, Reading } from './search-terms.ts'

/** What a found child has of one term: the best of the term's meanings. */
export interface Fit {
  /** The term's place in its reading. */
  readonly term: number
  readonly kind: SearchKeyKind
  readonly key: string
}

/** A name or a home of before counts for less than today's. */
export const formerKinds: readonly SearchKeyKind[] = ['former-name', 'former-home']
export const costOfFormer = 1

/** A word such as "street" that the child does not have. */
export const costOfMissing = 3

/** Puts the best first: those who differ least from what was typed, then by name. `cost` is the sum of the fits' costs. */
export function bestFirst<
  Found extends { readonly cost: number; readonly familyName: string; readonly givenName: string },
>(found: readonly Found[]): readonly Found[] {
  return found.toSorted(
    (a, b) =>
      a.cost - b.cost ||
      compareTexts(a.familyName, b.familyName) ||
      compareTexts(a.givenName, b.givenName),
  )
}

/**
 * Why a child was found, in plain words, in the order typed: `Name`, `“muhamad” sounds like “mohammed”`, `Known as “sam”`. A former name
 * is not repeated: the child may not want it said.
 */
export function reasonsFound(
  { terms, asksBirth }: Reading,
  fits: readonly Fit[],
): readonly string[] {
  const reasons = fits.flatMap(fit => {
    const term = terms[fit.term]
    const meaning = term?.meanings.find(({ key }) => key === fit.key)
    return term === undefined || meaning === undefined ? [] : [reasonFor(term.typed, fit, meaning)]
  })
  return [...new Set([...reasons, ...(asksBirth ? ['Date of birth'] : [])])]
}

function reasonFor(typed: string, fit: Fit, { likeness }: Meaning): string {
  const { kind } = fit
  if (kind === 'number') return 'Number'
  if (kind === 'former-name') return 'A name of before'
  const how = howAlike[likeness](typed, textOfKey(fit.key))
  if (kind === 'name') return how ?? 'Name'
  return how === undefined
    ? `${whatIsFound[kind]} “${shown(fit.key)}”`
    : `${how}, ${whatIsFound[kind].toLowerCase()}`
}

const whatIsFound: Readonly<
  Record<Exclude<SearchKeyKind, 'number' | 'former-name' | 'name'>, string>
> = {
  'known-as': 'Known as',
  home: 'Lives at',
  'former-home': 'Lived at',
  made: 'Recorded',
}

const howAlike: Readonly<
  Record<Meaning['likeness'], (typed: string, known: string) => string | undefined>
> = {
  same: () => undefined,
  beginning: (typed, known) => `“${known}” begins with “${typed}”`,
  'one letter': (typed, known) => `“${known}” and “${typed}”: one letter differs`,
  'two letters': (typed, known) => `“${known}” and “${typed}”: two letters differ`,
  'sounds like': (typed, known) => `“${typed}” sounds like “${known}”`,
  'sounds a little like': (typed, known) => `“${typed}” sounds a little like “${known}”`,
}

function shown(key: string): string {
  const text = textOfKey(key)
  return key.startsWith('postcode:') ? `${text.slice(0, -3)} ${text.slice(-3)}` : text
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
