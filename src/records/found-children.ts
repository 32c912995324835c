import { sql, type RawBuilder } from 'kysely'
import {
  bestFirst,
  costOfFormer,
  costOfMissing,
  formerKinds,
  reasonsFound,
  type Fit,
} from '#domain/search/found-child.ts'
import {
  readingsOf,
  wordsToLookUp,
  type Reading,
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
 * Children whom the viewer may know of and whom a search may mean, the best first, in two statements: which known words are like the typed
 * ones, and who has them. Both find by equality and order of texts alone, which row-level security leaves to an index.
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
  const statement = foundStatement(scope, viewer, { search, readings, most })
  if (statement === null) return []
  const { rows } = await statement.execute(scope.db)
  const found = rows.map(({ reading: at, fits, ...child }) => {
    const reading = readings[at]
    return { ...child, reasons: reading === undefined ? [] : reasonsFound(reading, fits, child) }
  })
  return bestFirst(found)
}

/** The known words that are spelt, begin or sound like each typed one. */
export async function selectSimilar(
  scope: Scope,
  search: TypedSearch,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const words = wordsToLookUp(search)
  if (words.length === 0) return new Map()
  const { rows } = await similarStatement(scope, words).execute(scope.db)
  const keysBySpelling = Map.groupBy(rows, row => row.spelling)
  const beginnings = rows.filter(row => row.spelling.startsWith('^'))
  return new Map(
    words.map(word => [
      word,
      [
        ...spellingsToTry(word).flatMap(one => keysBySpelling.get(one) ?? []),
        ...beginnings.filter(({ spelling }) => spelling.startsWith(beginningOf(word))),
      ].map(row => row.key),
    ]),
  )
}

/** For the plan's test. */
export function similarStatement(
  { serviceId }: Pick<Scope, 'serviceId'>,
  words: readonly string[],
): RawBuilder<{ spelling: string; key: string }> {
  const spellings = [...new Set(words.flatMap(spellingsToTry))]
  const beginnings = words.map(word => {
    const beginning = beginningOf(word)
    return sql`(select spelling, key from search_spellings
      where service_id = ${serviceId} and spelling >= ${beginning} and spelling < ${beginning + afterAll}
      order by spelling limit ${mostBeginnings})`
  })
  return sql`
    select spelling, key from search_spellings
    where service_id = ${serviceId} and spelling = any(${spellings}::text[])
    union all ${sql.join(beginnings, sql` union all `)}`
}

interface FoundRow extends ListedChild {
  readonly reading: number
  readonly cost: number
  readonly fits: readonly Fit[]
}

interface Wanted {
  readonly search: TypedSearch
  readonly readings: readonly Reading[]
  readonly most: number
}

/** For the plan's test; null when nothing was asked for. */
export function foundStatement(
  scope: Scope,
  viewer: Viewer,
  { search, readings, most }: Wanted,
): RawBuilder<FoundRow> | null {
  const { serviceId } = scope
  const selections = readings.map((reading, at) =>
    selectionOf(scope, viewer, { search, reading, at }),
  )
  if (selections.length === 0) return null
  const meant = readings.flatMap((reading, at) =>
    reading.terms.flatMap((term, place) =>
      term.meanings.map(({ key, cost }) => ({ at, place, key, cost })),
    ),
  )
  const terms = readings.map(reading => reading.terms.length)
  return sql<FoundRow>`
    with found as materialized (${sql.join(selections, sql` union all `)}),
    meant as (
      select * from unnest(${meant.map(one => one.at)}::int[], ${meant.map(one => one.place)}::int[],
        ${meant.map(one => one.key)}::text[], ${meant.map(one => one.cost)}::int[]) as m(reading, term, key, cost)),
    fit as (
      select distinct on (f.reading, f.id, m.term) f.reading, f.id, m.term, k.kind, k.key,
        m.cost + case when k.kind = any(${formerKinds}::text[]) then ${costOfFormer}::int else 0 end as cost
      from found f
      join child_search_keys k on k.service_id = ${serviceId} and k.child_id = f.id
      join meant m on m.reading = f.reading and m.key = k.key
      order by f.reading, f.id, m.term, cost, k.kind),
    fitted as (
      select f.reading, f.id,
        coalesce(sum(fit.cost), 0)::int
          + ${costOfMissing}::int * coalesce((${terms}::int[])[f.reading + 1] - count(fit.term), 0)::int as cost,
        coalesce(jsonb_agg(jsonb_build_object('term', fit.term, 'kind', fit.kind, 'key', fit.key) order by fit.term)
          filter (where fit.term is not null), '[]') as fits
      from found f left join fit on fit.reading = f.reading and fit.id = f.id
      group by f.reading, f.id),
    best as (select distinct on (id) * from fitted order by id, cost, reading),
    listed as (
      select best.* from best join children c on c.service_id = ${serviceId} and c.id = best.id
      order by best.cost, c.family_name, c.given_name, c.id limit ${most})
    select ${listedColumns}, listed.reading, listed.cost, listed.fits
    from listed join children c on c.service_id = ${serviceId} and c.id = listed.id ${leadOf(serviceId)}
    order by listed.cost, c.family_name, c.given_name, c.id`
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
        where k.service_id = ${serviceId} and k.key = any(${term.meanings.map(({ key }) => key)}::text[]))`,
    )
  const born = reading.asksBirth ? bornAsAsked(search) : null
  const conditions = [
    ...has,
    ...(born === null ? [] : [born]),
    isVisibleTo(scope, viewer, sql.ref('c.id')),
  ]
  return sql`
    select ${sql.lit(at)} as reading, c.id from children c
    where c.service_id = ${serviceId} and ${sql.join(conditions, sql` and `)}`
}

function bornAsAsked({ bornOn, bornBetween }: TypedSearch): RawBuilder<unknown> | null {
  if (bornOn !== undefined) return sql`c.born_on = ${bornOn}`
  if (bornBetween === undefined) return null
  return sql`c.born_on between ${bornBetween.first}::date and ${bornBetween.last}::date`
}
