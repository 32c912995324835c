import type { Sex } from '#domain/vocabulary/children.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { findPersonOfChild, insertPerson } from '#records/people.ts'
import { placeInFamily } from '#records/place-in-family.ts'
import { insertRelationship } from '#records/relationships.ts'
import type { Scope } from '#records/scope.ts'
import type { Viewer } from '#records/visible-children.ts'
import { writeReverse } from './known-child-link.ts'
import { detailsOf, factsOf, type NewPerson } from './person-form.ts'
import type { PersonMatch } from './same-person.ts'

const sexOfKind: Readonly<Record<string, Sex>> = { mother: 'female', father: 'male' }

/**
 * Writes somebody around a child: the one chosen among those recorded already, whose own record stays as it is, or a new person. A child
 * known to the service gets the same on their own file.
 *
 * @returns whether they have a place in the family
 */
export async function saveNewPerson(
  scope: Scope,
  viewer: Viewer,
  toSave: {
    readonly childId: string
    readonly typed: NewPerson
    readonly chosen: PersonMatch | null
  },
): Promise<boolean> {
  const { childId, typed, chosen } = toSave
  const personId = await personOf(scope, typed, chosen)
  const facts = factsOf(typed)
  const subjectId = await insertRelationship(scope, { childId, personId, ...facts })
  await insertAuditEntry(scope, { action: 'person.recorded', childId, subjectId })
  const { kind, throughId } = typed
  const links = await placeInFamily(scope, childId, { kind, personId, throughId })
  if (chosen !== null && chosen.childId !== null) {
    await writeReverse(scope, viewer, { childId, otherId: chosen.childId, kind, like: facts })
  }
  return links > 0
}

async function personOf(
  scope: Scope,
  typed: NewPerson,
  chosen: PersonMatch | null,
): Promise<string> {
  if (chosen?.personId != null) return chosen.personId
  if (chosen?.childId != null) return await findPersonOfChild(scope, chosen.childId)
  const details = detailsOf(typed)
  const sex = details.sex === 'not-known' ? (sexOfKind[typed.kind] ?? 'not-known') : details.sex
  return await insertPerson(scope, { ...details, sex })
}
