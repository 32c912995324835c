import { sql } from 'kysely'
import { identifierKey } from '#domain/matching/identifiers.ts'
import type { Scope } from '#records/scope.ts'

const atOnce = 1000

/** The child by number: names as often as names are, the few very often and many seldom. */
export interface NumberedChild {
  readonly givenName: string
  readonly familyName: string
  readonly bornOn: string
  readonly address: string
  readonly postcode: string
  readonly number: string
}

/** Fills a service with children whom nobody works with, each with a home and a number. What a search finds them by is still to be made. */
export async function fillWithChildren(scope: Scope, count: number): Promise<void> {
  for (let start = 0; start < count; start += atOnce) {
    const children = Array.from({ length: Math.min(atOnce, count - start) }, (_, at) =>
      numberedChild(start + at),
    )
    await insertChildren(scope, children)
    // The checks of references keep their plans, and plan badly while the tables are empty.
    if (start === 0) await sql`analyze children`.execute(scope.db)
  }
}

/** The same child for the same number. */
export function numberedChild(number: number): NumberedChild {
  const draw = drawnFrom(number)
  const postcode = `ZZ${1 + draw.upTo(90)} ${draw.upTo(10)}${letters(draw, 2)}`
  return {
    givenName: wordOf(2 + (draw.seldom(4000) % 2), draw.seldom(4000)),
    familyName: wordOf(2 + (draw.seldom(20_000) % 3), 7919 + draw.seldom(20_000)),
    bornOn: `${2009 + draw.upTo(7)}-${two(1 + draw.upTo(12))}-${two(1 + draw.upTo(28))}`,
    address: `${1 + draw.upTo(150)} ${wordOf(2, 50_000 + draw.upTo(3000))} Street, ${wordOf(3, 90_000 + draw.upTo(40))}, ${postcode}`,
    postcode,
    number: `ZZ-${100_000 + number}`,
  }
}

async function insertChildren({ db, serviceId }: Scope, children: readonly NumberedChild[]) {
  const of = (part: (child: NumberedChild) => string) => children.map(part)
  const keys = of(({ number: value }) => identifierKey({ kind: 'previous-system', value }))
  await sql`
    with given as (
      select gen_random_uuid() as id, * from unnest(${of(one => one.givenName)}::text[], ${of(one => one.familyName)}::text[],
        ${of(one => one.bornOn)}::date[], ${of(one => one.address)}::text[], ${of(one => one.number)}::text[], ${keys}::text[])
        as g(given_name, family_name, born_on, address, number, key)),
    children_made as (
      insert into children (service_id, id, given_name, family_name, born_on, sex, match_keys)
      select ${serviceId}::uuid, id, given_name, family_name, born_on, 'female', '{}' from given returning id),
    homes as (
      insert into circumstances (service_id, child_id, kind, value, started_on, source)
      select ${serviceId}::uuid, id, 'address', address, '2025-01-06', 'Invented' from given)
    insert into child_identifiers (service_id, child_id, kind, value, value_key)
    select ${serviceId}::uuid, id, 'previous-system', number, key from given`.execute(db)
}

const starts = 'b br c ch cl d dr f g gr h j k l m n p pr r s sh st t tr v w y z'.split(' ')
const vowels = 'a e i o u ai ea ee ie oa ou'.split(' ')
const ends = 'l n r s m d th ck ll nd rt st x'.split(' ')

/** An invented word of so many syllables, the same for the same number. */
function wordOf(syllables: number, number: number): string {
  const draw = drawnFrom(number * 31 + 17)
  const parts = Array.from({ length: syllables }, () => [pick(draw, starts), pick(draw, vowels)])
  const word = `${parts.flat().join('')}${pick(draw, ends)}`
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`
}

interface Draw {
  readonly upTo: (limit: number) => number
  /** Small numbers often, large ones seldom. */
  readonly seldom: (limit: number) => number
}

/** A small generator of its own: a stream that looks random and never changes. */
function drawnFrom(seed: number): Draw {
  let state = (seed * 2_654_435_761 + 1_013_904_223) >>> 0
  const next = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 4_294_967_296
  }
  next()
  return {
    upTo: limit => Math.floor(next() * limit),
    seldom: limit => Math.floor(limit ** next()) - 1,
  }
}

function pick(draw: Draw, list: readonly string[]): string {
  return list[draw.upTo(list.length)] ?? ''
}

function letters(draw: Draw, count: number): string {
  return Array.from({ length: count }, () =>
    pick(draw, 'A B D E F G H J L N P Q R S T U W X Y Z'.split(' ')),
  ).join('')
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
