import { linksFor } from '#domain/family/links-for.ts'
import type { RelationshipKind } from '#domain/vocabulary/children.ts'
import { insertLinks, selectStandingFamily } from './families.ts'
import type { Scope } from './scope.ts'

/** Writes the links that follow from who somebody is to the child. @returns how many were written */
export async function placeInFamily(
  scope: Scope,
  childId: string,
  newcomer: {
    readonly kind: RelationshipKind
    readonly personId: string
    readonly throughId: string | null
  },
): Promise<number> {
  const links = linksFor(newcomer, await selectStandingFamily(scope, childId))
  await insertLinks(scope, links)
  return links.parents.length + links.partners.length
}
