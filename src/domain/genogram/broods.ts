import type { Family, ParentLink } from '../family/family.ts'
import { parentNatures, type ParentNature } from '../vocabulary/family.ts'

/** One or two parents with the children whom they have in the same way as parents, or in different ways. */
export interface Brood {
  readonly parents: readonly string[]
  readonly children: readonly { readonly id: string; readonly nature: ParentNature }[]
}

/** What is known of who belongs together, by person. */
export interface Bonds {
  readonly broods: readonly Brood[]
  /** The partners and fellow parents of each, in a lasting order. */
  readonly partnersOf: ReadonlyMap<string, readonly string[]>
}

const natures = Object.keys(parentNatures) as ParentNature[]

/**
 * Puts parents and children together as they are drawn: two parents of the same nature share one line down to their children. Children
 * come oldest first, those without a date of birth last, and by id where nothing else tells them apart.
 *
 * @interpretation A step-parent who is the partner of another parent of the child needs no line of their own: the couple shows it.
 */
export function bondsOf(family: Family): Bonds {
  const couples = coupled(family)
  const broods = new Map<string, { parents: string[]; children: Brood['children'][number][] }>()
  for (const { id } of [...family.people].sort(byAge)) {
    for (const { parents, nature } of parentsOf(family, id, couples)) {
      const key = parents.join(' ')
      const brood = broods.get(key) ?? { parents, children: [] }
      if (!brood.children.some(child => child.id === id)) brood.children.push({ id, nature })
      broods.set(key, brood)
    }
  }
  const all = [...broods.values()]
  return { broods: all, partnersOf: partnersByPerson(family, all) }
}

/** Older first; those whose birth is not known last. */
function byAge(a: Family['people'][number], b: Family['people'][number]): number {
  const [one, other] = [a.bornOn?.toString() ?? '9', b.bornOn?.toString() ?? '9']
  return compare(one, other) || compare(a.id, b.id)
}

/** Orders texts the same way everywhere, whatever the language of the machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

function coupled(family: Family): ReadonlySet<string> {
  return new Set(family.partners.flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]))
}

function parentsOf(family: Family, childId: string, couples: ReadonlySet<string>) {
  const links = family.parents.filter(link => link.childId === childId && link.parentId !== childId)
  return natures.flatMap(nature => {
    const own = links.filter(link => link.nature === nature && !goesWithout(link, links, couples))
    const ids = [...new Set(own.map(link => link.parentId))].sort(compare)
    return inTwos(ids, couples).map(parents => ({ parents, nature }))
  })
}

function goesWithout(link: ParentLink, links: readonly ParentLink[], couples: ReadonlySet<string>) {
  if (link.nature !== 'step') return false
  return links.some(
    other => other.nature !== 'step' && couples.has(`${link.parentId} ${other.parentId}`),
  )
}

/** Couples first, so that four adoptive parents of two houses are two pairs. */
function inTwos(ids: readonly string[], couples: ReadonlySet<string>): string[][] {
  const [first, ...others] = ids
  if (first === undefined) return []
  const second = others.find(other => couples.has(`${first} ${other}`)) ?? others[0]
  if (second === undefined) return [[first]]
  return [
    [first, second],
    ...inTwos(
      others.filter(other => other !== second),
      couples,
    ),
  ]
}

function partnersByPerson(family: Family, broods: readonly Brood[]) {
  const found = new Map<string, string[]>()
  const add = (one: string, other: string) => {
    const known = found.get(one) ?? []
    if (one !== other && !known.includes(other)) found.set(one, [...known, other])
  }
  const pairs = [
    ...[...family.partners].sort(bySince).map(({ a, b }) => [a, b] as const),
    ...broods.flatMap(({ parents: [a, b] }) =>
      a !== undefined && b !== undefined ? [[a, b] as const] : [],
    ),
  ]
  for (const [a, b] of pairs) {
    add(a, b)
    add(b, a)
  }
  return found
}

function bySince(a: Family['partners'][number], b: Family['partners'][number]): number {
  return (
    compare(a.from?.toString() ?? '', b.from?.toString() ?? '') ||
    compare(a.a, b.a) ||
    compare(a.b, b.b)
  )
}
