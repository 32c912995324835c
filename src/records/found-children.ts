import { sql, type RawBuilder } from 'kysely'
import { bestFirst, reasonsFound, type Candidate } from '#domain/search/found-child.ts'
import type { SearchKeyKind } from '#domain/search/search-keys.ts'
import {
  readingsOf,
  type Reading,
  type Term,
  type TypedSearch,
} from '#domain/search/search-terms.ts'
import { leadOf, listedColumns, type ListedChild } from './listed-children.ts'
import type { Scope } from './scope.ts'
import { selectSimilarWords } from './similar-words.ts'
import { isVisibleTo, type Viewer } from './visible-children.ts'

/** A child that a search found. */
export interface FoundChild extends ListedChild {
  /** Why, in plain words. */
  readonly reasons: readonly string[]
}

/** Of so few at most, who works with them is read at once; of more, only for the best. */
const few = 60

/**
 * Children whom the viewer may know of and whom a search may mean, the best first, in two statements: which known words are like the typed
 * ones, and who has them. Where many do, a third says who works with the best. All find by equality and order of texts alone, which
 * row-level security leaves to an index.
 *
 * @param most how many are given at most
 */
export async function selectFoundChildren(
  scope: Scope,
  viewer: Viewer,
  search: TypedSearch,
  most: number,
): Promise<readonly FoundChild[]> {
  const readings = readingsOf(search, await selectSimilarWords(scope, search))
  const candidates = await selectCandidates(scope, viewer, { search, readings })
  const best = bestFirst(readings, candidates).slice(0, most)
  const listed = candidates.length > few ? await selectListed(scope, best) : null
  return best.flatMap(({ keys: _, cost: __, fits, reading: at, ...child }) => {
    const reading = readings[at]
    if (reading === undefined) return []
    const whole = listed?.get(child.id) ?? child
    return [{ ...whole, reasons: reasonsFound(reading, fits, child) }]
  })
}

interface Wanted {
  readonly search: TypedSearch
  readonly readings: readonly Reading[]
}

async function selectCandidates(
  scope: Scope,
  viewer: Viewer,
  wanted: Wanted,
): Promise<readonly (Candidate & ListedChild)[]> {
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

interface CandidateRow extends ListedChild {
  readonly reading: number
  /** Kind and key, with a space between. */
  readonly keys: readonly string[]
}

/** For the plan's test. */
export function candidatesStatement(
  scope: Scope,
  viewer: Viewer,
  { search, readings }: Wanted,
): RawBuilder<CandidateRow> {
  const selections = readings.map((reading, at) =>
    selectionOf(scope, viewer, { search, reading, at }),
  )
  return sql`
    select ${listedColumns}, c.reading, c.keys
    from (
      select found.*, count(*) over () <= ${few} as is_few
      from (${sql.join(selections, sql` union all `)}) as found) as c
    ${leadOf(scope.serviceId, sql`c.is_few`)}`
}

async function selectListed(
  { db, serviceId }: Scope,
  children: readonly Pick<ListedChild, 'id'>[],
): Promise<ReadonlyMap<string, ListedChild>> {
  const ids = children.map(({ id }) => id)
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
    select ${sql.lit(at)} as reading, c.id, c.given_name, c.family_name, c.known_as, c.born_on, array(
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
