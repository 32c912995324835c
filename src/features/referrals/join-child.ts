import { formatDate } from '#domain/calendar/format-date.ts'
import { isSameDay } from '#domain/calendar/plain-date.ts'
import { foldName } from '#domain/matching/fold-name.ts'
import { identifierKey, identifierName } from '#domain/matching/identifiers.ts'
import { phoneKey } from '#domain/matching/same-person.ts'
import {
  insertIdentifiers,
  insertRelationships,
  type NewIdentifier,
  type NewRelationship,
} from '#records/new-child.ts'
import { personName } from '#records/people.ts'
import type { Scope } from '#records/scope.ts'
import { identifiersOf, type ChildMatch } from './matches.ts'
import type { GivenReferral } from './new-referral-form.ts'

/**
 * Adds to a known child's record what it lacks: a number of a kind not known yet, a parent or carer not named yet. Nothing that stands
 * there is written over: names, date of birth, numbers and home that differ come back in words, to be kept with the referral.
 */
export async function joinKnownChild(
  scope: Scope,
  known: ChildMatch,
  given: GivenReferral,
): Promise<{ readonly childId: string; readonly differences: readonly string[] }> {
  const { childId } = known
  const numbers = await sortIdentifiers(scope, childId, identifiersOf(given))
  await insertIdentifiers(scope, childId, numbers.missing)
  const newcomers = await unknownPeople(scope, childId, carersOf(given))
  await insertRelationships(scope, childId, { people: newcomers, from: given.receivedOn })
  const otherNumbers = numbers.different.map(
    ({ kind, value }) => `${identifierName(kind)}: ${value}`,
  )
  return { childId, differences: [...differencesOf(known, given), ...otherNumbers] }
}

/** Home in one line that ends with the postcode, as circumstances hold it; null where nothing was given. */
export function addressOf({ addressLine, postcode }: GivenReferral): string | null {
  const parts = [addressLine, postcode].filter(part => part !== null)
  return parts.length === 0 ? null : parts.join(', ')
}

/** The parent or carer, when one was named. */
export function carersOf({ carerName, carerKind, carerPhone }: GivenReferral): NewRelationship[] {
  if (carerName === null || carerKind === null) return []
  return [{ kind: carerKind, name: carerName, phone: carerPhone }]
}

function differencesOf(known: ChildMatch, given: GivenReferral): string[] {
  const { givenName, familyName, knownAs, bornOn } = given
  const isSameName = givenName === known.givenName && familyName === known.familyName
  const address = addressOf(given)
  return [
    ...(isSameName ? [] : [`Name: ${givenName} ${familyName}`]),
    ...(knownAs === null || knownAs === known.knownAs ? [] : [`Called: ${knownAs}`]),
    ...(isSameDay(bornOn, known.bornOn) ? [] : [`Date of birth: ${formatDate(bornOn)}`]),
    ...(address === null || isSameText(address, known.address ?? '') ? [] : [`Home: ${address}`]),
  ]
}

async function sortIdentifiers(
  scope: Scope,
  childId: string,
  identifiers: readonly NewIdentifier[],
): Promise<{ readonly missing: NewIdentifier[]; readonly different: NewIdentifier[] }> {
  const rows = await scope.db
    .selectFrom('childIdentifiers')
    .select(['kind', 'valueKey'])
    .where('serviceId', '=', scope.serviceId)
    .where('childId', '=', childId)
    .execute()
  const kinds = new Set(rows.map(row => row.kind))
  const keys = new Set(rows.map(row => row.valueKey))
  const missing = identifiers.filter(({ kind }) => !kinds.has(kind))
  const different = identifiers.filter(
    identifier => kinds.has(identifier.kind) && !keys.has(identifierKey(identifier)),
  )
  return { missing, different }
}

async function unknownPeople(
  scope: Scope,
  childId: string,
  people: readonly NewRelationship[],
): Promise<NewRelationship[]> {
  const rows = await scope.db
    .selectFrom('relationships as r')
    .innerJoin('people as p', join =>
      join.onRef('p.serviceId', '=', 'r.serviceId').onRef('p.id', '=', 'r.personId'),
    )
    .select(['p.givenName', 'p.familyName', 'p.phone'])
    .where('r.serviceId', '=', scope.serviceId)
    .where('r.childId', '=', childId)
    .where('r.endedOn', 'is', null)
    .execute()
  const isKnown = (person: NewRelationship) =>
    rows.some(
      row =>
        isSameText(personName(row), person.name) &&
        (person.phone === null || phoneKey(row.phone) === phoneKey(person.phone)),
    )
  return people.filter(person => !isKnown(person))
}

function isSameText(one: string, other: string): boolean {
  return foldName(one) === foldName(other)
}
