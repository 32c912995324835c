import type { Temporal } from 'temporal-polyfill'
import { foldName } from '../matching/fold-name.ts'
import { may, type Role } from './permissions.ts'

/** Why a record is for named people only. */
export const restrictionReasons = {
  'staff-family': 'The child is related to somebody who works here',
  'witness-or-protected': 'The child’s whereabouts or identity are protected',
  'serious-case': 'A serious or much reported case',
  'family-wish': 'The child or family asked for it, for a good reason',
} as const

/** How long urgent access lasts, in hours. */
export const urgentAccessHours = 24

/** Somebody named who may open the record. */
export interface NamedPerson {
  readonly id: string
  readonly role: Role
}

interface RestrictionRefusal {
  readonly field: 'contactId' | 'names'
  readonly message: string
}

/** Why these people cannot be the ones named; null when they can. Others are sent to the contact person, who has to know the record. */
export function whyNotRestrict(
  contactId: string,
  named: readonly NamedPerson[],
): RestrictionRefusal | null {
  if (!named.some(({ id }) => id === contactId)) {
    return {
      field: 'contactId',
      message: 'Choose a contact person who is among those who may open the record',
    }
  }
  if (!named.some(({ role }) => may(role, 'child.restrict'))) {
    return {
      field: 'names',
      message: 'Name at least one manager too, so that somebody can lift the restriction',
    }
  }
  return null
}

/** When urgent access ends, to the second. */
export function urgentAccessEnds(granted: Temporal.Instant): Temporal.Instant {
  return granted.add({ hours: urgentAccessHours })
}

/** Who is told of urgent access: the contact person and the managers named, each once, in that order; never who took it. */
export function whoIsTold(
  contactId: string,
  named: readonly NamedPerson[],
  takenBy: string,
): readonly string[] {
  const managers = named.filter(({ role }) => may(role, 'child.restrict')).map(({ id }) => id)
  return [...new Set([contactId, ...managers])].filter(id => id !== takenBy)
}

interface Names {
  readonly givenName: string
  readonly familyName: string
  readonly knownAs: string | null
}

/**
 * True when the words searched for are the child's whole name, in any order, and nothing else: with less, a search could be used to
 * find out whose records are restricted.
 *
 * @param words folded, as the search reads them
 */
export function isWholeName(words: readonly string[], child: Names): boolean {
  const asked = words.toSorted().join(' ')
  return [child.givenName, child.knownAs]
    .filter(first => first !== null)
    .some(first => wordsOf(`${first} ${child.familyName}`).toSorted().join(' ') === asked)
}

function wordsOf(name: string): string[] {
  return foldName(name).split(' ')
}
