import type { Family, FamilyMember } from '../family/family.ts'
import type { Sex } from '../vocabulary/children.ts'
import type { ParentNature } from '../vocabulary/family.ts'

/** Who somebody is to the child: "Grandmother, mother's mother". `saysSex`: the words say it, so that nothing else needs to. */
export interface Kinship {
  readonly words: string
  readonly saysSex: boolean
}

/** One step from one person to the next. */
interface Step {
  readonly to: string
  readonly kind: 'parent' | 'sibling' | 'child' | 'partner'
  /** What stands before the word: adoptive, foster, step, half, former. */
  readonly before: string
}

type Words = Readonly<Record<Sex, string>>

const words: Readonly<Record<Step['kind'], Words>> = {
  parent: { female: 'mother', male: 'father', 'not-known': 'parent' },
  sibling: { female: 'sister', male: 'brother', 'not-known': 'brother or sister' },
  child: { female: 'daughter', male: 'son', 'not-known': 'child' },
  partner: { female: 'partner', male: 'partner', 'not-known': 'partner' },
}

/** Ways with a word of their own. */
const short: Readonly<Record<string, Words>> = {
  'parent parent': { female: 'Grandmother', male: 'Grandfather', 'not-known': 'Grandparent' },
  'parent parent parent': {
    female: 'Great-grandmother',
    male: 'Great-grandfather',
    'not-known': 'Great-grandparent',
  },
  'parent sibling': { female: 'Aunt', male: 'Uncle', 'not-known': 'Aunt or uncle' },
  'parent sibling child': { female: 'Cousin', male: 'Cousin', 'not-known': 'Cousin' },
  'parent parent sibling': {
    female: 'Great-aunt',
    male: 'Great-uncle',
    'not-known': 'Great-aunt or great-uncle',
  },
  'sibling child': { female: 'Niece', male: 'Nephew', 'not-known': 'Niece or nephew' },
}

/** Ways longer than this are not spelt out: nobody could follow the words. */
const longestWay = 4

/** Who those in a family to whom a way leads are to the child, by the shortest way of parents, brothers and sisters, children and partners. */
export function kinshipIn(family: Family): ReadonlyMap<string, Kinship> {
  const people = new Map(family.people.map(person => [person.id, person]))
  const child = family.people.find(({ isTheChild }) => isTheChild)
  const ways = child === undefined ? new Map<string, Step[]>() : shortestWays(family, child.id)
  return new Map([...ways].map(([id, way]) => [id, inWords(way, people)]))
}

const farAway: Kinship = { words: 'Further family', saysSex: false }

type People = ReadonlyMap<string, FamilyMember>

function inWords(way: readonly Step[], people: People): Kinship {
  const last = way.at(-1)
  if (last === undefined) return { words: 'The child of this drawing', saysSex: false }
  if (way.length > longestWay) return farAway
  const sexOf = (id: string) => people.get(id)?.sex ?? 'not-known'
  const spelt = way.map(({ kind, before, to }) => `${before}${words[kind][sexOf(to)]}`).join('’s ')
  const saysSex = last.kind !== 'partner' && sexOf(last.to) !== 'not-known'
  const plain = way.every(({ before }) => before === '')
  const name = plain ? short[way.map(({ kind }) => kind).join(' ')]?.[sexOf(last.to)] : undefined
  if (name !== undefined) return { words: `${name}, ${spelt}`, saysSex }
  return { words: spelt.charAt(0).toUpperCase() + spelt.slice(1), saysSex }
}

function shortestWays(family: Family, from: string): Map<string, Step[]> {
  const ways = new Map<string, Step[]>([[from, []]])
  const open = [from]
  for (let id = open.shift(); id !== undefined; id = open.shift()) {
    for (const step of stepsFrom(family, id)) {
      if (ways.has(step.to)) continue
      ways.set(step.to, [...(ways.get(id) ?? []), step])
      open.push(step.to)
    }
  }
  return ways
}

function stepsFrom(family: Family, id: string): Step[] {
  return [
    ...parentSteps(family, id),
    ...siblingSteps(family, id),
    ...childSteps(family, id),
    ...partnerSteps(family, id),
  ]
}

const beforeParent: Readonly<Record<ParentNature, string>> = {
  birth: '',
  adoptive: 'adoptive ',
  step: 'step-',
  foster: 'foster ',
}
const natureOrder: readonly ParentNature[] = ['birth', 'adoptive', 'step', 'foster']

function parentSteps({ parents }: Family, id: string): Step[] {
  return natureOrder.flatMap(nature =>
    parents
      .filter(link => link.childId === id && link.nature === nature)
      .map(({ parentId }) => ({
        to: parentId,
        kind: 'parent' as const,
        before: beforeParent[nature],
      })),
  )
}

function childSteps({ parents }: Family, id: string): Step[] {
  return natureOrder.flatMap(nature =>
    parents
      .filter(link => link.parentId === id && link.nature === nature)
      .map(({ childId }) => ({
        to: childId,
        kind: 'child' as const,
        before: beforeParent[nature],
      })),
  )
}

/**
 * Brothers and sisters: by birth when they share two birth parents, or the only one who is known of either; otherwise half.
 *
 * @interpretation Two who share only adoptive, step- or foster parents are called by the nature in which one of them has those parents.
 */
function siblingSteps({ parents }: Family, id: string): Step[] {
  const own = parents.filter(link => link.childId === id)
  const others = new Set(
    parents
      .filter(link => link.childId !== id && own.some(one => one.parentId === link.parentId))
      .map(link => link.childId),
  )
  return [...others].map(other => {
    const theirs = parents.filter(link => link.childId === other)
    return { to: other, kind: 'sibling' as const, before: betweenSiblings(own, theirs) }
  })
}

type Links = Family['parents']

function betweenSiblings(own: Links, theirs: Links): string {
  const birth = (links: Links) =>
    links.filter(({ nature }) => nature === 'birth').map(({ parentId }) => parentId)
  const [mine, other] = [birth(own), birth(theirs)]
  const shared = mine.filter(parent => other.includes(parent))
  if (shared.length > 0) {
    return mine.length > shared.length && other.length > shared.length ? 'half-' : ''
  }
  const natures = [...own, ...theirs]
    .filter(link => links(own, link) && links(theirs, link) && link.nature !== 'birth')
    .map(({ nature }) => nature)
  return beforeParent[natureOrder.find(nature => natures.includes(nature)) ?? 'birth']
}

function links(all: Links, { parentId }: Links[number]): boolean {
  return all.some(link => link.parentId === parentId)
}

function partnerSteps({ partners }: Family, id: string): Step[] {
  return partners
    .filter(({ a, b }) => a === id || b === id)
    .map(({ a, b, status, to }) => ({
      to: a === id ? b : a,
      kind: 'partner' as const,
      before: status === 'separated' || status === 'divorced' || to !== null ? 'former ' : '',
    }))
}
