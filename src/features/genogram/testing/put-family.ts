import type { Family } from '#domain/family/family.ts'
import { findPersonOfChild } from '#records/people.ts'
import type { Scope } from '#records/scope.ts'

/** Puts a family into the database around a child; the parents stand in the child's file. Returns each one's id by name. */
export async function putFamily(
  scope: Scope,
  childId: string,
  family: Family,
): Promise<Readonly<Record<string, string>>> {
  const { serviceId } = scope
  const ids: Record<string, string> = {}
  for (const { id, name, sex, bornOn, diedOn, isTheChild } of family.people) {
    if (isTheChild) {
      ids[id] = await findPersonOfChild(scope, childId)
      continue
    }
    const person = await scope.db
      .insertInto('people')
      .values({ serviceId, givenName: name, sex, bornOn, diedOn })
      .returning('id')
      .executeTakeFirstOrThrow()
    ids[id] = person.id
    await scope.db
      .insertInto('relationships')
      .values({
        serviceId,
        childId,
        personId: person.id,
        kind: 'sibling',
        livesWithChild: name === 'Ann',
      })
      .execute()
  }
  const idOf = (name: string) => ids[name] ?? ''
  const links = [
    ...family.parents.map(({ parentId, childId: child, nature }) => ({
      fromPersonId: idOf(parentId),
      toPersonId: idOf(child),
      kind: 'parent',
      nature,
    })),
    ...family.partners.map(({ a, b, status, from, to }) => ({
      fromPersonId: idOf(a),
      toPersonId: idOf(b),
      kind: 'partner',
      nature: status,
      startedOn: from,
      endedOn: to,
    })),
  ]
  for (const link of links) {
    await scope.db
      .insertInto('familyLinks')
      .values({ serviceId, ...link })
      .execute()
  }
  return ids
}
