import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { readIdentifier } from '#domain/identifiers/read-identifier.ts'
import { candidateKeys } from '#domain/matching/candidate-keys.ts'
import { likelyDuplicates } from '#domain/matching/likely-duplicates.ts'
import type { Person } from '#domain/matching/person.ts'
import { parseSearch } from '#domain/matching/parse-search.ts'
import type { NewIdentifier } from '#records/new-child.ts'
import type { Scope } from '#records/scope.ts'
import { isRestrictedFor, isVisibleTo, type Viewer } from '#records/visible-children.ts'
import type { GivenIdentity } from './new-referral-form.ts'

/** A child whom we know and who may be the one referred. */
export interface ChildMatch {
  readonly childId: string
  readonly givenName: string
  readonly familyName: string
  readonly knownAs: string | null
  readonly bornOn: PlainDate
  readonly address: string | null
  /** Why this may be the same child, in plain words. */
  readonly reasons: readonly string[]
  /** False: the viewer's role does not reach this child, who is shown by name and date of birth alone. */
  readonly isVisible: boolean
  /** Whom to ask about a record that is for named people only, when the viewer is none of them: it is shown without a name. */
  readonly askInstead: string | null
}

/** As many as a person can look through; the strongest come first. */
const mostShown = 10

/** Children of the service who may be the one named, the strongest match first. */
export async function findMatches(
  scope: Scope,
  viewer: Viewer,
  identity: GivenIdentity,
): Promise<ChildMatch[]> {
  const candidate = candidateOf(identity)
  const known = await selectCandidates(scope, viewer, candidate)
  return likelyDuplicates(candidate, known)
    .slice(0, mostShown)
    .map(({ known: child, reasons }) => ({
      childId: child.id,
      givenName: child.givenName,
      familyName: child.familyName,
      knownAs: child.knownAs,
      bornOn: child.bornOn,
      address: child.address,
      reasons,
      isVisible: child.isVisible,
      askInstead: child.askInstead,
    }))
}

/**
 * The answer that none of these children is the one. It names the children that were shown, so that it only answers the question that
 * was asked: with other matches, the question is asked again.
 */
export function noneOfThese(matches: readonly ChildMatch[]): string {
  const ids = matches.map(match => match.childId).toSorted()
  return `none-${createHash('sha256').update(ids.join(' ')).digest('hex').slice(0, 32)}`
}

/** The identifiers typed, each in the form in which it is written down. */
export function identifiersOf(identity: GivenIdentity): NewIdentifier[] {
  const { pnc, otherIdentifierKind: kind, otherIdentifier: value } = identity
  return [
    ...(pnc === null ? [] : [{ kind: 'pnc', value: pnc } as const]),
    ...(kind === null || value === null ? [] : [{ kind, value: asWritten(kind, value) }]),
  ]
}

/** A number that is wrong stays as it was typed: the page says so before anything is saved. */
function asWritten(kind: NewIdentifier['kind'], typed: string): string {
  const reading = readIdentifier(kind, typed)
  return reading.kind === 'right' ? reading.value : typed
}

/** Lets one person at a time record a new child in a service: two at once would not see each other's. */
export async function holdNewChildren(scope: Scope): Promise<void> {
  const key = `new child ${scope.serviceId}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(scope.db)
}

function candidateOf(identity: GivenIdentity): Person & { readonly bornOn: PlainDate } {
  const { givenName, familyName, knownAs, bornOn, postcode } = identity
  return {
    givenName,
    familyName,
    otherNames: knownAs === null ? [] : [knownAs],
    bornOn,
    identifiers: identifiersOf(identity),
    postcode,
  }
}

interface Candidate extends Person {
  readonly id: string
  readonly knownAs: string | null
  readonly bornOn: PlainDate
  readonly address: string | null
  readonly isVisible: boolean
  readonly askInstead: string | null
}

/** Those worth comparing: each branch goes through an index of its own. */
async function selectCandidates(
  scope: Scope,
  viewer: Viewer,
  person: Person,
): Promise<Candidate[]> {
  const { serviceId } = scope
  const keys = candidateKeys(person)
  const birthDates = keys.birthDates.map(date => date.toString())
  const { rows } = await sql<Omit<Candidate, 'otherNames' | 'postcode'>>`
    select c.id, c.given_name, c.family_name, c.known_as, c.born_on,
      ${isVisibleTo(scope, viewer, sql.ref('c.id'))} as is_visible,
      (select s.name
        from restrictions x join staff s on s.service_id = x.service_id and s.id = x.contact_id
        where x.service_id = c.service_id and x.child_id = c.id and x.ended_on is null
          and ${isRestrictedFor(scope, viewer, sql.ref('c.id'))}) as ask_instead,
      (select s.value from circumstances s
        where s.service_id = c.service_id and s.child_id = c.id and s.kind = 'address'
          and s.ended_on is null and s.withdrawn_on is null
        order by s.started_on desc limit 1) as address,
      coalesce((select jsonb_agg(jsonb_build_object('kind', i.kind, 'value', i.value))
        from child_identifiers i
        where i.service_id = c.service_id and i.child_id = c.id and i.withdrawn_on is null), '[]') as identifiers
    from children c
    where c.service_id = ${serviceId} and c.merged_into_id is null and c.id in (
      select id from children
        where service_id = ${serviceId} and born_on = any(${birthDates}::date[])
      union
      select id from children
        where service_id = ${serviceId}
          and match_keys && ${[...keys.givenNames]}::text[]
          and match_keys && ${[...keys.familyNames]}::text[]
      union
      select child_id from child_identifiers
        where service_id = ${serviceId} and value_key = any(${[...keys.identifiers]}::text[])
          and withdrawn_on is null)
    order by c.family_name, c.given_name, c.id`.execute(scope.db)
  return rows.map(row => ({
    ...row,
    otherNames: row.knownAs === null ? [] : [row.knownAs],
    postcode: row.address === null ? null : (parseSearch(row.address).postcode ?? null),
  }))
}
