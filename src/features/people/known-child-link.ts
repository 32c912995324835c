import { reverseKind } from '#domain/family/reverse-kind.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { RelationshipKind, Sex } from '#domain/vocabulary/children.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { findChild } from '#records/children.ts'
import { findPersonOfChild, onlyAName, setPersonOfChild, updatePerson } from '#records/people.ts'
import { movePersonLinks } from '#records/families.ts'
import { placeInFamily } from '#records/place-in-family.ts'
import {
  insertRelationship,
  listRelationships,
  updateRelationship,
  type Relationship,
} from '#records/relationships.ts'
import type { Scope } from '#records/scope.ts'
import type { Viewer } from '#records/visible-children.ts'

/**
 * Says that somebody around a child is another child known to the service, and writes the same on that child's file.
 *
 * @throws NotFound when the viewer may not open the other child
 */
export async function linkKnownChild(
  scope: Scope,
  viewer: Viewer,
  { relationship, otherId }: { readonly relationship: Relationship; readonly otherId: string },
): Promise<void> {
  await findChild(scope, viewer, otherId)
  const { childId, kind } = relationship
  const personId = await becomeOnePerson(scope, relationship, { otherId, on: viewer.today })
  await placeInFamily(scope, childId, { kind, personId, throughId: null })
  await insertAuditEntry(scope, { action: 'person.linked', childId, subjectId: relationship.id })
  await writeReverse(scope, viewer, { childId, otherId, kind, like: relationship })
}

/**
 * Writes on the other child's file who this child is to them, where it is not there yet. Whoever may open that child may change the file:
 * the page has asked for the permission.
 */
export async function writeReverse(
  scope: Scope,
  viewer: Viewer,
  about: {
    readonly childId: string
    readonly otherId: string
    readonly kind: RelationshipKind
    readonly like: Pick<Relationship, 'livesWithChild' | 'startedOn'>
  },
): Promise<void> {
  const { childId, otherId, like } = about
  const child = await findChild(scope, viewer, childId)
  const personId = await findPersonOfChild(scope, childId)
  const there = await listRelationships(scope, viewer, otherId)
  if (there.some(one => one.personId === personId && one.endedOn === null)) return
  const subjectId = await insertRelationship(scope, {
    childId: otherId,
    personId,
    kind: reverseKind(about.kind, child.sex as Sex),
    hasParentalResponsibility: false,
    livesWithChild: like.livesWithChild,
    mayBeContacted: true,
    note: null,
    startedOn: like.startedOn,
  })
  await insertAuditEntry(scope, { action: 'person.recorded', childId: otherId, subjectId })
}

/**
 * The person of this file and the person of the other child become one. Where the other child has none yet, it is this one; what was noted of
 * them here beyond the name goes, for it is told to readers who may not open the child, and the child's own record says it.
 */
async function becomeOnePerson(
  scope: Scope,
  { id, personId, givenName, familyName }: Relationship,
  { otherId, on }: { readonly otherId: string; readonly on: PlainDate },
): Promise<string> {
  const taken = await scope.db
    .selectFrom('children')
    .select(['id', 'personId'])
    .where('serviceId', '=', scope.serviceId)
    .where(eb => eb.or([eb('id', '=', otherId), eb('personId', '=', personId)]))
    .execute()
  const isFree = taken.every(child => child.personId === null)
  if (isFree) {
    await setPersonOfChild(scope, otherId, personId)
    await updatePerson(scope, personId, { ...onlyAName, givenName, familyName })
    return personId
  }
  const own = await findPersonOfChild(scope, otherId)
  if (own === personId) return own
  await updateRelationship(scope, id, { personId: own })
  await movePersonLinks(scope, { from: personId, to: own, on })
  return own
}
