import { sql } from 'kysely'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { likelyDuplicates, type Strength } from '#domain/matching/likely-duplicates.ts'
import { parseSearch } from '#domain/matching/parse-search.ts'
import type { Person } from '#domain/matching/person.ts'
import type { Scope } from '#records/scope.ts'
import { isVisibleTo, type Viewer } from '#records/visible-children.ts'
import { selectAnsweredPairs } from './answered-pairs.ts'

/** A child as the list of pairs shows them. */
export interface PairedChild extends Person {
  readonly id: string
  readonly knownAs: string | null
  readonly bornOn: PlainDate
  readonly address: string | null
  readonly recordedOn: PlainDate
  /** How much hangs on the record: its referrals and pieces of work. */
  readonly work: number
}

/** Two records that may be of one child. */
export interface LikelyPair {
  /** The one with more in it, or the older one: it is the one to keep unless somebody says otherwise. */
  readonly kept: PairedChild
  readonly other: PairedChild
  readonly strength: Strength
  /** Why they may be one child and what speaks against it, in plain words. */
  readonly reasons: readonly string[]
}

/** A key that more children share says nothing by itself. */
const mostInABlock = 30

/**
 * Pairs of records that may be of one child, the strongest first: those of which the viewer may see both, without those that were answered
 * to be two children.
 *
 * Only children who share a key are compared: a number, the date of birth (also with day and month swapped) with one way in which a name
 * sounds, or the sound of all names. So the work grows with the children and not with their pairs.
 */
export async function findLikelyPairs(scope: Scope, viewer: Viewer): Promise<LikelyPair[]> {
  const blocks = await selectBlocks(scope, viewer)
  const children = await selectPaired(scope, [...new Set(blocks.flat())])
  const answered = await selectAnsweredPairs(scope)
  const pairs = new Map(
    blocks
      .flatMap(block => pairsWithin(block.flatMap(id => children.get(id) ?? [])))
      .map(pair => [pairKey(pair.kept.id, pair.other.id), pair] as const)
      .filter(([key]) => !answered.has(key)),
  )
  return [...pairs.values()].toSorted(
    (a, b) =>
      strengths.indexOf(a.strength) - strengths.indexOf(b.strength) ||
      a.kept.familyName.localeCompare(b.kept.familyName, 'en-GB') ||
      (a.kept.id < b.kept.id ? -1 : 1),
  )
}

function pairsWithin(people: readonly PairedChild[]): LikelyPair[] {
  return people.flatMap((person, index) =>
    people.slice(index + 1).flatMap(another => {
      const [kept, other] = inOrder(person, another)
      return likelyDuplicates(kept, [other]).map(({ strength, reasons }) => ({
        kept,
        other,
        strength,
        reasons,
      }))
    }),
  )
}

const strengths: readonly Strength[] = ['certain', 'likely', 'possible']

/** Stands for two children, whichever is named first. */
function pairKey(one: string, other: string): string {
  return [one, other].toSorted().join(' ')
}

function inOrder(one: PairedChild, other: PairedChild): [PairedChild, PairedChild] {
  const isFuller = one.work > other.work
  const isOlder =
    one.work === other.work && one.recordedOn.toString() <= other.recordedOn.toString()
  return isFuller || isOlder ? [one, other] : [other, one]
}

/** Lists of children who share a key. */
async function selectBlocks(scope: Scope, viewer: Viewer): Promise<(readonly string[])[]> {
  const { serviceId } = scope
  const { rows } = await sql<{ ids: readonly string[] }>`
    with visible as materialized (
      select c.id, c.born_on, c.match_keys from children c
      where c.service_id = ${serviceId} and ${isVisibleTo(scope, viewer, sql.ref('c.id'))}
    ), keys as (
      select v.id, 'born ' || v.born_on || ' ' || sound as key from visible v, unnest(v.match_keys) sound
      union all
      -- As if day and month were swapped, where that is a date.
      select v.id, 'born ' || to_char(v.born_on, 'YYYY-DD-MM') || ' ' || sound
      from visible v, unnest(v.match_keys) sound
      where extract(day from v.born_on) <= 12 and extract(day from v.born_on) <> extract(month from v.born_on)
      union all
      select v.id, 'name ' || (select string_agg(sound, ' ' order by sound) from unnest(v.match_keys) sound) from visible v
      union all
      select v.id, 'number ' || i.value_key
      from visible v join child_identifiers i on i.service_id = ${serviceId} and i.child_id = v.id
        and i.withdrawn_on is null
    )
    select distinct array_agg(distinct id order by id) as ids from keys
    group by key having count(distinct id) between 2 and ${mostInABlock}`.execute(scope.db)
  return rows.map(row => row.ids)
}

async function selectPaired(
  scope: Scope,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PairedChild>> {
  const { rows } = await sql<Omit<PairedChild, 'otherNames' | 'postcode'>>`
    select c.id, c.given_name, c.family_name, c.known_as, c.born_on,
      (c.recorded_at at time zone 'Europe/London')::date as recorded_on,
      (select s.value from circumstances s
        where s.service_id = c.service_id and s.child_id = c.id and s.kind = 'address'
          and s.ended_on is null and s.withdrawn_on is null
        order by s.started_on desc limit 1) as address,
      (select count(*)::int from referrals r where r.service_id = c.service_id and r.child_id = c.id)
        + (select count(*)::int from interventions i where i.service_id = c.service_id and i.child_id = c.id) as work,
      coalesce((select jsonb_agg(jsonb_build_object('kind', i.kind, 'value', i.value))
        from child_identifiers i
        where i.service_id = c.service_id and i.child_id = c.id and i.withdrawn_on is null), '[]') as identifiers
    from children c
    where c.service_id = ${scope.serviceId} and c.id = any(${[...ids]}::uuid[])`.execute(scope.db)
  return new Map(
    rows.map(row => [
      row.id,
      {
        ...row,
        otherNames: row.knownAs === null ? [] : [row.knownAs],
        postcode: row.address === null ? null : (parseSearch(row.address).postcode ?? null),
      },
    ]),
  )
}
