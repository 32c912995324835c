import { sql, type RawBuilder } from 'kysely'
import { wordsToLookUp, type SimilarWord, type TypedSearch } from '#domain/search/search-terms.ts'
import { beginningOf, spellingsToTry } from '#domain/search/spellings.ts'
import type { Scope } from './scope.ts'

/** Sorts after every letter. */
const afterAll = '\u{10ffff}'

/** Beginnings of one or two letters have no end of words. */
const mostBeginnings = 2000

/** The known words that are spelt, begin or sound like each word of a search. */
export async function selectSimilarWords(
  scope: Scope,
  search: TypedSearch,
): Promise<ReadonlyMap<string, readonly SimilarWord[]>> {
  const lookUp = lookUpOf(search)
  if (lookUp.begun.length === 0) return new Map()
  const { rows } = await similarStatement(scope, lookUp).execute(scope.db)
  const similar = (rows[0]?.lines?.split('\n') ?? []).flatMap(line => {
    const [spelling = '', key = ''] = line.split(' ', 2)
    const isSameSound = spelling.startsWith('~')
    return wordsOf(lookUp, spelling).map(word => ({ word, key, isSameSound }))
  })
  return Map.groupBy(similar, ({ word }) => word)
}

interface LookUp {
  /** The words that may be typed in full or only begun. */
  readonly begun: readonly string[]
  /** By each spelling to look for, the words that it may stand for. */
  readonly wordsBySpelling: ReadonlyMap<string, readonly string[]>
}

/** What is looked for, worked out once. */
export function lookUpOf(search: TypedSearch): LookUp {
  const { misspelt, asTyped } = wordsToLookUp(search)
  const pairs = [
    ...misspelt.flatMap(word => spellingsToTry(word).map(spelling => ({ spelling, word }))),
    ...asTyped.map(word => ({ spelling: beginningOf(word), word })),
  ]
  const bySpelling = Map.groupBy(pairs, pair => pair.spelling)
  return {
    begun: misspelt,
    wordsBySpelling: new Map(
      [...bySpelling].map(([spelling, of]) => [spelling, of.map(pair => pair.word)]),
    ),
  }
}

/** In one row, for hundreds of short ones cost more to receive than to find. */
export function similarStatement(
  { serviceId }: Pick<Scope, 'serviceId'>,
  { begun, wordsBySpelling }: LookUp,
): RawBuilder<{ readonly lines: string | null }> {
  const beginnings = begun.map(word => {
    const beginning = beginningOf(word)
    return sql`(select spelling, key from search_spellings
      where service_id = ${serviceId} and spelling >= ${beginning} and spelling < ${beginning + afterAll}
      order by spelling limit ${mostBeginnings})`
  })
  return sql`
    select string_agg(spelling || ' ' || key, ${'\n'}) as lines from (
      select spelling, key from search_spellings
      where service_id = ${serviceId} and spelling = any(${[...wordsBySpelling.keys()]}::text[])
      union all ${sql.join(beginnings, sql` union all `)}) as similar_words`
}

function wordsOf({ begun, wordsBySpelling }: LookUp, spelling: string): readonly string[] {
  const words = wordsBySpelling.get(spelling) ?? []
  if (!spelling.startsWith('^')) return words
  return [...words, ...begun.filter(word => spelling.startsWith(beginningOf(word)))]
}
