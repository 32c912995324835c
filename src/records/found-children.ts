import { sql, type RawBuilder } from 'kysely'
import { bestFirst, reasonsFound, type Candidate } from '#domain/search/found-child.ts'
import type { SearchKeyKind } from '#domain/search/search-keys.ts'
import {
  readingsOf,
  wordsToLookUp,
  type Reading,
  type SimilarWord,
  type Term,
  type TypedSearch,
} from '#domain/search/search-terms.ts'
import { beginningOf, spellingsToTry } from '#domain/search/spellings.ts'
import { leadOf, listedColumns, type ListedChild } from './listed-children.ts'
import type { Scope } from './scope.ts'
import { isVisibleTo, type Viewer } from './visible-children.ts'

/** A child that a search found. */
export interface FoundChild extends ListedChild {
  /** Why, in plain words. */
  readonly reasons: readonly string[]
}

/** Sorts after every letter. */
const afterAll = '\u{10ffff}'

/** Beginnings of one or two letters have no end of words. */
const mostBeginnings = 2000

/**
 * Children whom the viewer may know of and whom a search may mean, the best first, in three statements: which known words are like the typed
 * ones, who has them, and what a list shows of the best. All find by equality and order of texts alone, which row-level security leaves
 * to an index.
 *
 * @param most how many are given at most
 */
export async function selectFoundChildren(
  scope: Scope,
  viewer: Viewer,
  search: TypedSearch,
  most: number,
): Promise<readonly FoundChild[]> {
  const readings = readingsOf(search, await selectSimilar(scope, search))
  const candidates = await selectCandidates(scope, viewer, { search, readings })
  const best = bestFirst(readings, candidates).slice(0, most)
  const listed = await selectListed(
    scope,
    best.map(({ id }) => id),
  )
  return best.flatMap(({ id, reading: at, fits }) => {
    const [child, reading] = [listed.get(id), readings[at]]
    if (child === undefined || reading === undefined) return []
    return [{ ...child, reasons: reasonsFound(reading, fits, child) }]
  })
}

/** The known words that are spelt, begin or sound like each typed one. */
export async function selectSimilar(
  scope: Scope,
  search: TypedSearch,
): Promise<ReadonlyMap<string, readonly SimilarWord[]>> {
  const words = wordsToLookUp(search)
  if (words.misspelt.length === 0) return new Map()
  const { rows } = await similarStatement(scope, words).execute(scope.db)
  const bySpelling = Map.groupBy(rows, row => row.spelling)
  const beginnings = rows.filter(row => row.spelling.startsWith('^'))
  const similarTo = (word: string) => [
    ...spellingsToTry(word).flatMap(one => bySpelling.get(one) ?? []),
    ...beginnings.filter(({ spelling }) => spelling.startsWith(beginningOf(word))),
  ]
  const asTyped = (word: string) => bySpelling.get(beginningOf(word)) ?? []
  return new Map([
    ...words.asTyped.map(word => [word, asTyped(word).map(similarWord)] as const),
    ...words.misspelt.map(word => [word, similarTo(word).map(similarWord)] as const),
  ])
}

interface SpellingRow {
  readonly spelling: string
  readonly key: string
}

function similarWord({ spelling, key }: SpellingRow): SimilarWord {
  return { key, isSameSound: spelling.startsWith('~') }
}

/** For the plan's test. */
export function similarStatement(
  { serviceId }: Pick<Scope, 'serviceId'>,
  { misspelt, asTyped }: ReturnType<typeof wordsToLookUp>,
): RawBuilder<SpellingRow> {
  const spellings = [...misspelt.flatMap(spellingsToTry), ...asTyped.map(beginningOf)]
  const beginnings = misspelt.map(word => {
    const beginning = beginningOf(word)
    return sql`(select spelling, key from search_spellings
      where service_id = ${serviceId} and spelling >= ${beginning} and spelling < ${beginning + afterAll}
      order by spelling limit ${mostBeginnings})`
  })
  return sql`
    select spelling, key from search_spellings
    where service_id = ${serviceId} and spelling = any(${[...new Set(spellings)]}::text[])
    union all ${sql.join(beginnings, sql` union all `)}`
}

interface Wanted {
  readonly search: TypedSearch
  readonly readings: readonly Reading[]
}

async function selectCandidates(
  scope: Scope,
  viewer: Viewer,
  wanted: Wanted,
): Promise<readonly Candidate[]> {
  if (wanted.readings.length === 0) return []
  const { rows } = await candidatesStatement(scope, viewer, wanted).execute(scope.db)
  return rows.map(({ keys, ...candidate }) => ({
    ...candidate,
    keys: keys.map(text => {
      const [kind = '', key = ''] = text.split(' ', 2)
      return { kind: kind as SearchKeyKind, key }
    }),
  }))
}

/** For the plan's test. */
export function candidatesStatement(
  scope: Scope,
  viewer: Viewer,
  { search, readings }: Wanted,
): RawBuilder<Omit<Candidate, 'keys'> & { readonly keys: readonly string[] }> {
  const selections = readings.map((reading, at) =>
    selectionOf(scope, viewer, { search, reading, at }),
  )
  return sql`${sql.join(selections, sql` union all `)}`
}

async function selectListed(
  { db, serviceId }: Scope,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ListedChild>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<ListedChild>`
    select ${listedColumns} from children c ${leadOf(serviceId)}
    where c.service_id = ${serviceId} and c.id = any(${ids}::uuid[])`.execute(db)
  return new Map(rows.map(row => [row.id, row]))
}

/** Children who have all that is required of one reading. */
function selectionOf(
  scope: Scope,
  viewer: Viewer,
  { search, reading, at }: { search: TypedSearch; reading: Reading; at: number },
): RawBuilder<unknown> {
  const { serviceId } = scope
  const has = reading.terms
    .filter(term => term.isRequired)
    .map(
      term => sql`c.id in (
        select k.child_id from child_search_keys k
        where k.service_id = ${serviceId} and k.key = any(${keysOf([term])}::text[]))`,
    )
  const born = reading.asksBirth ? bornAsAsked(search) : null
  const conditions = [
    ...has,
    ...(born === null ? [] : [born]),
    isVisibleTo(scope, viewer, sql.ref('c.id')),
  ]
  return sql`
    select ${sql.lit(at)} as reading, c.id, c.given_name, c.family_name, array(
        select k.kind || ' ' || k.key from child_search_keys k
        where k.service_id = ${serviceId} and k.child_id = c.id
          and k.key = any(${keysOf(reading.terms)}::text[])) as keys
    from children c
    where c.service_id = ${serviceId} and ${sql.join(conditions, sql` and `)}`
}

function keysOf(terms: readonly Term[]): string[] {
  return [...new Set(terms.flatMap(term => term.meanings.map(({ key }) => key)))]
}

function bornAsAsked({ bornOn, bornBetween }: TypedSearch): RawBuilder<unknown> | null {
  if (bornOn !== undefined) return sql`c.born_on = ${bornOn}`
  if (bornBetween === undefined) return null
  return sql`c.born_on between ${bornBetween.first}::date and ${bornBetween.last}::date`
}
