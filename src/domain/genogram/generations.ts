import type { Family } from '../family/family.ts'
import type { Bonds } from './broods.ts'

/** Years between one generation and the next, for people of whom nothing but an age is known. */
const yearsBetween = 25

/**
 * In which row each person stands: 0 for the row of the child whose drawing it is, below zero for those above. Children stand below
 * their parents, couples side by side wherever that leaves children below parents.
 *
 * People without a line to the child stand by their age.
 *
 * @interpretation Two people who are each other's ancestors are a mistake in the record; the link that closes the ring is not followed.
 */
export function generationsOf(family: Family, bonds: Bonds): ReadonlyMap<string, number> {
  const ids = family.people.map(({ id }) => id)
  const below = parentEdges(family)
  const groups = groupPartners(ids, bonds, below)
  const rows = rowsOf(ids, groups, below)
  return alignParts(family, bonds, rows)
}

type Edges = ReadonlyMap<string, readonly string[]>

/** Children by parent, without what would make somebody their own ancestor. */
function parentEdges(family: Family): Edges {
  const below = new Map<string, string[]>()
  for (const { parentId, childId } of family.parents) {
    if (parentId === childId || reaches(below, [childId], new Set([parentId]))) continue
    below.set(parentId, [...(below.get(parentId) ?? []), childId])
  }
  return below
}

function reaches(below: Edges, from: readonly string[], targets: ReadonlySet<string>): boolean {
  const seen = new Set<string>()
  const open = [...from]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (targets.has(id)) return true
    if (seen.has(id)) continue
    seen.add(id)
    open.push(...(below.get(id) ?? []))
  }
  return false
}

type Groups = ReadonlyMap<string, readonly string[]>

/** Who shares a row: partners, unless one of them would come to stand above or below themselves. */
function groupPartners(ids: readonly string[], { partnersOf }: Bonds, below: Edges): Groups {
  const groups = new Map<string, readonly string[]>(ids.map(id => [id, [id]]))
  for (const one of ids) {
    for (const other of partnersOf.get(one) ?? []) {
      const [mine, theirs] = [groups.get(one) ?? [], groups.get(other) ?? []]
      if (mine.includes(other)) continue
      const together = [...mine, ...theirs]
      const tied = tieRows(below, groups)
      if (reaches(tied, downFrom(tied, mine), new Set(theirs))) continue
      if (reaches(tied, downFrom(tied, theirs), new Set(mine))) continue
      for (const id of together) groups.set(id, together)
    }
  }
  return groups
}

/** From each person to the children of everybody in their row group. */
function tieRows(below: Edges, groups: Groups): Edges {
  return new Map([...groups].map(([id, group]) => [id, downFrom(below, group)]))
}

function downFrom(below: Edges, ids: readonly string[]): string[] {
  return ids.flatMap(id => below.get(id) ?? [])
}

function rowsOf(ids: readonly string[], groups: Groups, below: Edges): Map<string, number> {
  const tied = tieRows(below, groups)
  const depth = new Map<string, number>()
  // How many rows there are beneath somebody; then the row is counted from the lowest.
  const depthOf = (id: string): number => {
    const known = depth.get(id)
    if (known !== undefined) return known
    const found = Math.max(-1, ...(tied.get(id) ?? []).map(depthOf)) + 1
    for (const one of groups.get(id) ?? [id]) depth.set(one, found)
    return found
  }
  const rows = new Map(ids.map(id => [id, -depthOf(id)]))
  liftToParents(ids, { rows, groups, below })
  return rows
}

/** Those with nobody beneath them stand right under their parents and beside their brothers and sisters. */
function liftToParents(
  ids: readonly string[],
  { rows, groups, below }: { rows: Map<string, number>; groups: Groups; below: Edges },
): void {
  const above = new Map<string, string[]>()
  for (const [parent, children] of below) {
    for (const child of children) above.set(child, [...(above.get(child) ?? []), parent])
  }
  const rowOf = (id: string) => rows.get(id) ?? 0
  const fromTheTop = [...ids].sort((a, b) => rowOf(a) - rowOf(b))
  for (const id of fromTheTop) {
    const group = groups.get(id) ?? [id]
    const parents = group.flatMap(one => above.get(one) ?? [])
    if (parents.length === 0) continue
    const row = Math.max(...parents.map(rowOf)) + 1
    for (const one of group) rows.set(one, row)
  }
}

/** Puts the child's row at zero, and people without a line to the child where their age puts them. */
function alignParts(family: Family, bonds: Bonds, rows: ReadonlyMap<string, number>) {
  const child = family.people.find(({ isTheChild }) => isTheChild)
  const aligned = new Map<string, number>()
  for (const part of partsOf(family, bonds)) {
    const shift = part.some(({ id }) => id === child?.id)
      ? -(rows.get(child?.id ?? '') ?? 0)
      : shiftByAge(part, rows, child?.bornOn ?? null)
    for (const { id } of part) aligned.set(id, (rows.get(id) ?? 0) + shift)
  }
  return aligned
}

type People = Family['people']

function shiftByAge(
  part: People,
  rows: ReadonlyMap<string, number>,
  born: People[number]['bornOn'],
) {
  const shifts = part.flatMap(({ id, bornOn }) =>
    born === null || bornOn === null
      ? []
      : [Math.round((bornOn.year - born.year) / yearsBetween) - (rows.get(id) ?? 0)],
  )
  if (shifts.length > 0)
    return Math.round(shifts.reduce((sum, one) => sum + one, 0) / shifts.length)
  return -Math.max(...part.map(({ id }) => rows.get(id) ?? 0))
}

/** The people in parts that no line joins. */
function partsOf(family: Family, { partnersOf }: Bonds): People[] {
  const next = new Map<string, string[]>()
  const join = (one: string, other: string) => next.set(one, [...(next.get(one) ?? []), other])
  for (const { parentId, childId } of family.parents) {
    join(parentId, childId)
    join(childId, parentId)
  }
  for (const [one, others] of partnersOf) for (const other of others) join(one, other)
  const seen = new Set<string>()
  return family.people.flatMap(({ id }) => {
    if (seen.has(id)) return []
    const before = new Set(seen)
    const open = [id]
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
      if (seen.has(one)) continue
      seen.add(one)
      open.push(...(next.get(one) ?? []))
    }
    return [family.people.filter(person => seen.has(person.id) && !before.has(person.id))]
  })
}
