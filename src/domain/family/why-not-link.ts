import type { Family, ParentLink, PartnerLink } from './family.ts'

type Links = Pick<Family, 'parents' | 'partners'>

/** Nobody was born of more. */
const mostBirthParents = 2

/** Why two people cannot be recorded as parent and child; null: they can. */
export function whyNotParent(link: ParentLink, { parents }: Links): string | null {
  const { parentId, childId, nature } = link
  if (parentId === childId) return 'Choose two different people'
  if (parents.some(one => one.parentId === parentId && one.childId === childId)) {
    return 'They are recorded as parent and child already'
  }
  if (isAncestor(childId, parentId, parents)) {
    return 'The one you chose as the child is recorded as the other one’s parent or grandparent'
  }
  const born = parents.filter(one => one.childId === childId && one.nature === 'birth')
  if (nature === 'birth' && born.length >= mostBirthParents) {
    return 'Two birth parents are recorded already. Withdraw the one that is wrong first'
  }
  return null
}

/** Why two people cannot be recorded as a couple; null: they can. */
export function whyNotPartners({ a, b }: PartnerLink, { partners, parents }: Links): string | null {
  if (a === b) return 'Choose two different people'
  const isCouple = (one: PartnerLink) =>
    one.to === null && ((one.a === a && one.b === b) || (one.a === b && one.b === a))
  if (partners.some(isCouple)) return 'They are recorded as a couple already'
  if (isAncestor(a, b, parents) || isAncestor(b, a, parents)) {
    return 'One is recorded as the other one’s parent or grandparent'
  }
  return null
}

/** True where the link is new and nothing speaks against it. */
export function isNewParentLink(link: ParentLink, links: Links): boolean {
  return whyNotParent(link, links) === null
}

/** True where the two are not recorded as a couple yet and nothing speaks against it. */
export function isNewPartnerLink(link: PartnerLink, links: Links): boolean {
  return whyNotPartners(link, links) === null
}

function isAncestor(of: string, who: string, parents: readonly ParentLink[]): boolean {
  const seen = new Set<string>()
  let generation = [who]
  while (generation.length > 0) {
    const above = parents
      .filter(link => generation.includes(link.childId) && !seen.has(link.parentId))
      .map(link => link.parentId)
    if (above.includes(of)) return true
    for (const id of above) seen.add(id)
    generation = above
  }
  return false
}
