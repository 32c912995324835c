import { foldName } from '#domain/matching/fold-name.ts'
import { openings } from '#domain/matching/name-keys.ts'
import { parseSearch, readAsNumber, type Search } from '#domain/matching/parse-search.ts'
import { keysOfTypedNumber, outwardKey, postcodeKey, textOfKey } from './search-keys.ts'
import { costOfLikeness, likenessOfWords, type WordLikeness } from './word-likeness.ts'

/** One of the keys that a term may mean. */
export interface Meaning {
  readonly key: string
  readonly likeness: WordLikeness
  readonly cost: number
}

/** A known word that is spelt, begins or sounds like a typed one. */
export interface SimilarWord {
  readonly key: string
  readonly isSameSound: boolean
}

/** One thing asked for. */
export interface Term {
  readonly typed: string
  /** Whoever is found has it. Words such as "al" and "street" only help to put the best first. */
  readonly isRequired: boolean
  readonly meanings: readonly Meaning[]
}

/** What was typed into the search box, told apart. */
export interface TypedSearch extends Search {
  /** The whole text, where it may be one number. */
  readonly wholeNumber: string | undefined
}

/** Reads the text of the search box. */
export function readSearchBox(text: string): TypedSearch {
  return { ...parseSearch(text), wholeNumber: readAsNumber(text) }
}

/** One way to read what was typed: all of it together. */
export interface Reading {
  readonly terms: readonly Term[]
  /** Whether the date of birth in the text is one in this reading. */
  readonly asksBirth: boolean
}

/** More words are not looked for. */
const mostWords = 8

/** A place is asked for less often than a name. */
const costOfPlace = 1

const placeWords = new Set(
  'road rd street st lane ln avenue ave close drive way court crescent terrace place gardens flat house'.split(
    ' ',
  ),
)

/** The words of a search: those that may be misspelt, and each two side by side as one, which may only be as typed ("o brien", "mary ann"). */
export function wordsToLookUp(search: Search): {
  readonly misspelt: readonly string[]
  readonly asTyped: readonly string[]
} {
  const words = search.words.slice(0, mostWords)
  return {
    misspelt: [...new Set(words)],
    asTyped: [...new Set(pairsOf(words).map(pair => pair.joined))],
  }
}

/**
 * The ways to read a search, given the known words that are spelt or sound like what was typed: word by word; with two words as one where
 * there is such a word; and the whole text as a number.
 *
 * @param similar by each of `wordsToLookUp`, the known words that may be meant
 */
export function readingsOf(
  search: TypedSearch,
  similar: ReadonlyMap<string, readonly SimilarWord[]>,
): readonly Reading[] {
  const words = search.words.slice(0, mostWords)
  const rest = otherTerms(search)
  const wordByWord = [...wordTerms(words, similar), ...rest]
  const joined = pairsOf(words)
    .filter(({ joined: word }) => similar.get(word)?.some(({ key }) => textOfKey(key) === word))
    .map(({ at, joined: word }) => [
      ...wordTerms(words.toSpliced(at, 2), similar, { isAnyRequired: true }),
      { ...wordTerm(word, similar), isRequired: true },
      ...rest,
    ])
  const asksBirth = search.bornOn !== undefined || search.bornBetween !== undefined
  const readings = [wordByWord, ...joined].filter(terms => terms.length > 0 || asksBirth)
  return [...readings.map(terms => ({ terms, asksBirth })), ...asOneNumber(search)]
}

function asOneNumber({ wholeNumber }: TypedSearch): Reading[] {
  if (wholeNumber === undefined) return []
  return [{ terms: term(wholeNumber, keysOfTypedNumber(wholeNumber)), asksBirth: false }]
}

function wordTerms(
  words: readonly string[],
  similar: ReadonlyMap<string, readonly SimilarWord[]>,
  { isAnyRequired = false } = {},
): Term[] {
  const terms = words.map(word => wordTerm(word, similar))
  return isAnyRequired || terms.some(term => term.isRequired)
    ? terms
    : terms.map(term => ({ ...term, isRequired: true }))
}

function wordTerm(word: string, similar: ReadonlyMap<string, readonly SimilarWord[]>): Term {
  const exact = ['name', 'place'].map(space => ({ key: `${space}:${word}`, isSameSound: true }))
  const known = new Map<string, SimilarWord>()
  for (const one of [...exact, ...(similar.get(word) ?? [])]) {
    const isSameSound = one.isSameSound || known.get(one.key)?.isSameSound === true
    known.set(one.key, { key: one.key, isSameSound })
  }
  const meanings = [...known.values()].flatMap(one => meaningOf(word, one) ?? [])
  return {
    typed: word,
    isRequired: !openings.has(word) && !placeWords.has(word),
    meanings,
  }
}

function meaningOf(word: string, { key, isSameSound }: SimilarWord): Meaning | undefined {
  const likeness = likenessOfWords(word, textOfKey(key), () => isSameSound)
  if (likeness === undefined) return undefined
  const isPlace = key.startsWith('place:')
  // A street is not looked for by its sound, nor a house by a number like it.
  if (isPlace && (likeness.startsWith('sounds') || /\d/u.test(word)) && likeness !== 'same') {
    return undefined
  }
  return { key, likeness, cost: costOfLikeness[likeness] + (isPlace ? costOfPlace : 0) }
}

function otherTerms({ postcode, outward, identifier }: Search): Term[] {
  return [
    postcode === undefined ? [] : term(postcode, [postcodeKey(postcode)]),
    outward === undefined
      ? []
      : term(outward, [outwardKey(outward), ...keysOfTypedNumber(outward), placeKey(outward)]),
    identifier === undefined
      ? []
      : term(identifier, [...keysOfTypedNumber(identifier), placeKey(identifier)]),
  ].flat()
}

function term(typed: string, keys: readonly string[]): Term[] {
  const meanings = keys.map(key => ({ key, likeness: 'same', cost: 0 }) as const)
  return [{ typed, isRequired: true, meanings }]
}

function placeKey(typed: string): string {
  return `place:${foldName(typed)}`
}

function pairsOf(words: readonly string[]): { at: number; joined: string }[] {
  return words.slice(1).map((word, at) => ({ at, joined: `${words[at] ?? ''}${word}` }))
}
