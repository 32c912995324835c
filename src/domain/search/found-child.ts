import { closeUp, foldName } from '#domain/matching/fold-name.ts'
import { textOfKey, type SearchKey, type SearchKeyKind } from './search-keys.ts'
import type { Reading, Term } from './search-terms.ts'
import type { WordLikeness } from './word-likeness.ts'

/** What a found child has of one term: the best of the term's meanings. */
export interface Fit {
  /** The term's place in its reading. */
  readonly term: number
  readonly kind: SearchKeyKind
  readonly key: string
}

/** Somebody who has all that one reading requires. */
export interface Candidate {
  readonly id: string
  readonly givenName: string
  readonly familyName: string
  /** The reading's place among the readings. */
  readonly reading: number
  /** Of the child's keys, those that the search may mean. */
  readonly keys: readonly SearchKey[]
}

/** A candidate with what fits; `cost` says how far it is from what was typed. */
export type Ranked<Of extends Candidate = Candidate> = Of & {
  readonly fits: readonly Fit[]
  readonly cost: number
}

/** A name or a home of before counts for less than today's. */
const costOfFormer = 1

/** A word such as "street" that the child does not have. */
const costOfMissing = 3

/**
 * The candidates, each child once by its best reading, the best first: those who differ least from what was typed, then by family name and
 * given name.
 */
export function bestFirst<Of extends Candidate>(
  readings: readonly Reading[],
  candidates: readonly Of[],
): readonly Ranked<Of>[] {
  const ranked = candidates.map(candidate => ({ ...candidate, ...fitOf(readings, candidate) }))
  const sorted = ranked.toSorted(
    (a, b) =>
      a.cost - b.cost ||
      compareTexts(a.familyName, b.familyName) ||
      compareTexts(a.givenName, b.givenName) ||
      compareTexts(a.id, b.id),
  )
  const seen = new Set<string>()
  return sorted.filter(({ id }) => !seen.has(id) && seen.add(id))
}

function fitOf(readings: readonly Reading[], { reading, keys }: Candidate) {
  const terms = readings[reading]?.terms ?? []
  const best = terms.map((term, place) => bestFit(term, place, keys))
  const fits = best.filter(one => one !== undefined)
  const missing = best.length - fits.length
  return {
    fits: fits.map(({ fit }) => fit),
    cost: fits.reduce((sum, { cost }) => sum + cost, missing * costOfMissing),
  }
}

function bestFit({ meanings }: Term, term: number, keys: readonly SearchKey[]) {
  let best: { readonly fit: Fit; readonly cost: number } | undefined
  for (const { kind, key } of keys) {
    const meaning = meanings.find(one => one.key === key)
    if (meaning === undefined) continue
    const cost = meaning.cost + (kind.startsWith('former') ? costOfFormer : 0)
    if (best === undefined || cost < best.cost) best = { fit: { term, kind, key }, cost }
  }
  return best
}

/** The names as they are recorded, to say them as people know them. */
export interface RecordedNames {
  readonly givenName: string
  readonly familyName: string
  readonly knownAs: string | null
}

/**
 * Why a child was found, in plain words, in the order typed: `Name`, `“muhamad” sounds like Mohammed`, `Known as Sam`. A former name is not
 * repeated: the child may not want it said.
 */
export function reasonsFound(
  { terms, asksBirth }: Reading,
  fits: readonly Fit[],
  names: RecordedNames,
): readonly string[] {
  const reasons = fits.flatMap(fit => {
    const term = terms[fit.term]
    const meaning = term?.meanings.find(({ key }) => key === fit.key)
    if (term === undefined || meaning === undefined) return []
    return [reasonFor(fit.kind, howAlike[meaning.likeness](term.typed, shown(fit, names)))]
  })
  return [...new Set([...reasons, ...(asksBirth ? ['Date of birth'] : [])])]
}

interface Alike {
  readonly isSame: boolean
  readonly words: string
}

function reasonFor(kind: SearchKeyKind, { isSame, words }: Alike): string {
  switch (kind) {
    case 'number':
      return 'Number'
    case 'former-name':
      return 'A name of before'
    case 'name':
    case 'made':
      return isSame ? 'Name' : words
    case 'known-as':
      return `Known as ${words}`
    case 'home':
      return `Lives at ${words}`
    case 'former-home':
      return `Lived at ${words}`
  }
}

const howAlike: Readonly<Record<WordLikeness, (typed: string, known: string) => Alike>> = {
  same: (_typed, known) => ({ isSame: true, words: known }),
  beginning: (typed, known) => differs(`${known}, which begins with “${typed}”`),
  'one letter': (typed, known) => differs(`${known}: one letter is not as in “${typed}”`),
  'two letters': (typed, known) => differs(`${known}: two letters are not as in “${typed}”`),
  'sounds like': (typed, known) => differs(`${known}, which sounds like “${typed}”`),
  'sounds a little like': (typed, known) =>
    differs(`${known}, which sounds a little like “${typed}”`),
}

function differs(words: string): Alike {
  return { isSame: false, words }
}

/** A name as it is recorded; of an address, the word in small letters or the postcode. */
function shown({ kind, key }: Fit, names: RecordedNames): string {
  const text = textOfKey(key)
  if (key.startsWith('postcode:')) return `${text.slice(0, -3)} ${text.slice(-3)}`
  if (kind !== 'name' && kind !== 'known-as') return text
  const whole = [names.givenName, names.familyName, names.knownAs ?? '']
  const words = whole.flatMap(name => [name, ...name.split(/[\s-]+/u)])
  return words.find(word => foldName(word) === text || closeUp(word) === text) ?? text
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
