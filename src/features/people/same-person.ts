import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import {
  likelySame,
  personKeys,
  phoneKey,
  type SomebodyAround,
} from '#domain/matching/same-person.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { professionalKinds, relationshipKinds } from '#domain/vocabulary/children.ts'
import { nameOf } from '#domain/vocabulary/name-of.ts'
import { personName } from '#records/people.ts'
import type { Scope } from '#records/scope.ts'
import { isVisibleTo, type Viewer } from '#records/visible-children.ts'

/** Somebody recorded already who may be the one typed: their name, and where the reader may see that they are known. */
export interface PersonMatch {
  /** Of the answer: a person, or a child who is no person of a family yet. */
  readonly answer: string
  readonly personId: string | null
  /** The child known to the service that they are, whom the reader may open. */
  readonly childId: string | null
  readonly name: string
  /** "Mother of Robin Example", only for children whom the reader may open; empty where they work with others. */
  readonly places: readonly string[]
}

interface Candidate extends SomebodyAround {
  readonly personId: string | null
  readonly childId: string | null
  readonly isInSight: boolean
  readonly isProfessional: boolean
  readonly places: readonly { readonly kind: string; readonly childName: string }[]
}

const mostShown = 8

/**
 * Who is recorded in this service and may be the same.
 *
 * Offered are people in a file that the reader may open, people who work with children, and children whom the reader may open. Of somebody
 * who stands only in files of children whom the reader may not open, nothing is said: not even that they are known. The child's own people
 * come too, so that nobody is recorded twice.
 */
export async function findSamePeople(
  scope: Scope,
  viewer: Viewer,
  { childId, typed }: { readonly childId: string; readonly typed: SomebodyAround },
): Promise<PersonMatch[]> {
  const candidates = await selectCandidates(scope, viewer, typed)
  return likelySame(
    typed,
    candidates.filter(one => one.childId !== childId && (one.isInSight || one.isProfessional)),
  )
    .slice(0, mostShown)
    .map(({ known }) => ({
      answer: known.personId ?? `child-${known.childId ?? ''}`,
      personId: known.personId,
      childId: known.childId,
      name: personName(known),
      places: placesOf(known),
    }))
}

/** The answer that it is none of them. It names those shown: with others, the question is asked again. */
export function noneOfThese(matches: readonly PersonMatch[]): string {
  const ids = matches.map(({ answer }) => answer).toSorted()
  return `none-${createHash('sha256').update(ids.join(' ')).digest('hex').slice(0, 32)}`
}

function placesOf({ childId, places }: Candidate): string[] {
  const around = places.map(
    ({ kind, childName }) => `${nameOf(relationshipKinds, kind)} of ${childName}`,
  )
  return childId === null ? around : ['A child with a record in this service', ...around]
}

async function selectCandidates(
  scope: Scope,
  viewer: Viewer,
  typed: SomebodyAround,
): Promise<Candidate[]> {
  const { serviceId } = scope
  const keys = [...personKeys(typed)]
  const phone = phoneKey(typed.phone)
  const { rows } = await sql<Candidate & { readonly bornOn: PlainDate | null }>`
    with found as (
      select id from people where service_id = ${serviceId} and match_keys && ${keys}::text[]
      union
      select id from people
      where service_id = ${serviceId} and phone is not null
        and right(regexp_replace(phone, '[^0-9]', '', 'g'), 10) = ${phone}
    )
    select p.id as person_id, k.id as child_id, coalesce(k.given_name, p.given_name) as given_name,
      case when k.id is null then p.family_name else k.family_name end as family_name,
      coalesce(k.known_as, p.known_as) as known_as, coalesce(k.born_on, p.born_on) as born_on, p.phone,
      (k.id is not null or coalesce(around.is_in_sight, false)) as is_in_sight,
      coalesce(around.is_professional, false) as is_professional,
      coalesce(around.places, '[]') as places
    from found
    join people p on p.service_id = ${serviceId} and p.id = found.id
    left join children k on k.service_id = p.service_id and k.person_id = p.id
      and ${isVisibleTo(scope, viewer, sql.ref('k.id'))}
    left join lateral (
      select bool_or(r.kind = any(${professionalKinds}::text[])) as is_professional,
        bool_or(seen.it) as is_in_sight,
        jsonb_agg(jsonb_build_object('kind', r.kind, 'childName', coalesce(c.known_as, c.given_name) || ' ' || c.family_name)
          order by c.family_name, c.given_name) filter (where seen.it) as places
      from relationships r
      join children c on c.service_id = r.service_id and c.id = r.child_id
      cross join lateral (select ${isVisibleTo(scope, viewer, sql.ref('c.id'))} as it) seen
      where r.service_id = p.service_id and r.person_id = p.id
    ) around on true
    union all
    select null, c.id, c.given_name, c.family_name, c.known_as, c.born_on, null, true, false, '[]'
    from children c
    where c.service_id = ${serviceId} and c.person_id is null and c.match_keys && ${keys}::text[]
      and ${isVisibleTo(scope, viewer, sql.ref('c.id'))}
    order by family_name, given_name, person_id`.execute(scope.db)
  return rows
}
