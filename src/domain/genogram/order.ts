import type { Family } from '../family/family.ts'
import type { Bonds, Brood } from './broods.ts'

/** Partners who stand side by side, from left to right. */
export type Couple = readonly string[]

/** Each row's couples from left to right, by row. Everybody stands in one of them, once. */
export type Rows = ReadonlyMap<number, readonly Couple[]>

type Side = 'left' | 'right'

/**
 * Who stands beside whom. The child's parents stand in the middle, a father on the left; what hangs on him goes to the left and what
 * hangs on the mother to the right, so that few lines cross. Second partners stand on the far side, their children beneath that pair.
 *
 * @interpretation A mother's brothers and sisters stand on her side of her, whatever their age, or her line to the father would cross theirs.
 */
export function orderRows(
  family: Family,
  bonds: Bonds,
  generations: ReadonlyMap<string, number>,
): Rows {
  const placing = new Placing(family, bonds, generations)
  placing.placeMiddle()
  for (const { id } of family.people) placing.placeUnder(id, 'right')
  return placing.rows()
}

class Placing {
  private readonly placed = new Set<string>()
  private readonly left = new Map<number, Couple[]>()
  private readonly right = new Map<number, Couple[]>()
  private readonly bonds: Bonds
  private readonly generations: ReadonlyMap<string, number>
  private readonly family: Family

  constructor(family: Family, bonds: Bonds, generations: ReadonlyMap<string, number>) {
    this.family = family
    this.bonds = bonds
    this.generations = generations
  }

  rows(): Rows {
    const numbers = new Set([...this.left.keys(), ...this.right.keys()])
    return new Map(
      [...numbers]
        .sort((a, b) => a - b)
        .map(row => [
          row,
          [...(this.left.get(row) ?? []).toReversed(), ...(this.right.get(row) ?? [])],
        ]),
    )
  }

  placeMiddle(): void {
    const child = this.family.people.find(({ isTheChild }) => isTheChild)
    if (child === undefined) return
    const own = this.parentsInTheMiddle(child.id)
    const pair = this.oneRowOf(own?.parents ?? [])
    if (own === undefined || pair.length === 0) this.placeUnder(child.id, 'right')
    else this.placeBothSides(own, pair)
  }

  private placeBothSides(own: Brood, pair: readonly string[]): void {
    const couple = this.put(pair, 'right')
    const broods = this.broodsOf(couple)
    const middle = broods.indexOf(own)
    for (const brood of broods.slice(middle)) this.placeChildren(brood, 'right')
    for (const brood of broods.slice(0, middle).toReversed()) this.placeChildren(brood, 'left')
    const split = couple.indexOf(pair.at(-1) ?? '')
    for (const id of couple.slice(0, split).toReversed()) this.placeAbove(id, 'left')
    for (const id of couple.slice(split)) this.placeAbove(id, 'right')
  }

  /** @interpretation Birth parents stand in the middle, then adoptive ones: most children's files tell most of their birth family. */
  private parentsInTheMiddle(childId: string): Brood | undefined {
    const asChild = (brood: Brood) => brood.children.find(({ id }) => id === childId)
    const own = this.bonds.broods.filter(brood => asChild(brood) !== undefined)
    return own.find(brood => asChild(brood)?.nature === 'birth') ?? own[0]
  }

  /** Somebody whose parents stand already, or who has none, with all who hang on them. */
  placeUnder(id: string, side: Side): void {
    if (this.placed.has(id)) return
    this.placeAround([id], side)
  }

  private placeAround(start: readonly string[], side: Side): void {
    const couple = this.put(start, side)
    for (const brood of outward(this.broodsOf(couple), side)) this.placeChildren(brood, side)
    for (const id of outward(couple, side)) this.placeAbove(id, side)
  }

  private placeChildren({ children }: Brood, side: Side): void {
    for (const { id } of outward(children, side)) this.placeUnder(id, side)
  }

  private placeAbove(id: string, side: Side): void {
    for (const { parents, children } of this.bonds.broods) {
      if (!children.some(child => child.id === id)) continue
      const pair = this.oneRowOf(parents)
      if (pair.length > 0) this.placeAround(pair, side)
      for (const parent of parents) this.placeUnder(parent, side)
    }
  }

  /** Parents who have no place yet and stand in one row, a man on the left. */
  private oneRowOf(parents: readonly string[]): string[] {
    const open = parents.filter(id => !this.placed.has(id))
    const row = this.generations.get(open[0] ?? '')
    return open.filter(id => this.generations.get(id) === row).sort((a, b) => this.menFirst(a, b))
  }

  private menFirst(a: string, b: string): number {
    const sexOf = (id: string) => this.family.people.find(person => person.id === id)?.sex
    const rank = { male: 0, 'not-known': 1, female: 2 }
    return rank[sexOf(a) ?? 'not-known'] - rank[sexOf(b) ?? 'not-known']
  }

  /** Gives these, and everybody coupled to them in their row, the next places on a side. */
  private put(start: readonly string[], side: Side): Couple {
    const couple = this.chainFrom(start, side)
    for (const id of couple) this.placed.add(id)
    const row = this.generations.get(couple[0] ?? '') ?? 0
    const places = side === 'left' ? this.left : this.right
    places.set(row, [...(places.get(row) ?? []), couple])
    return couple
  }

  /** The first stays where they are; partners join on the outside, second partners on the other side. */
  private chainFrom(start: readonly string[], side: Side): Couple {
    const chain = [...start]
    const open = start.map((id, index) => ({ id, side: sideIn(start, index, side) }))
    for (let next = open.shift(); next !== undefined; next = open.shift()) {
      const isAlone = start.length === 1 && next.id === start[0]
      let turn = next.side
      for (const partner of this.openPartnersOf(next.id, chain)) {
        if (turn === 'left') chain.unshift(partner)
        else chain.push(partner)
        open.push({ id: partner, side: turn })
        if (isAlone) turn = other(turn)
      }
    }
    return chain
  }

  /** Partners in the same row who have no place yet. */
  private openPartnersOf(id: string, chain: readonly string[]): string[] {
    const row = this.generations.get(id)
    return (this.bonds.partnersOf.get(id) ?? []).filter(
      partner =>
        !chain.includes(partner) &&
        !this.placed.has(partner) &&
        this.generations.get(partner) === row,
    )
  }

  /** The children's groups of a couple, by where their parents stand in it. */
  private broodsOf(couple: Couple): Brood[] {
    const middle = ({ parents }: Brood) => {
      const here = parents.filter(id => couple.includes(id))
      return here.reduce((sum, id) => sum + couple.indexOf(id), 0) / here.length
    }
    return this.bonds.broods
      .filter(({ parents }) => parents.some(id => couple.includes(id)))
      .sort((a, b) => middle(a) - middle(b))
  }
}

function sideIn(start: readonly string[], index: number, side: Side): Side {
  if (start.length === 1) return side
  return index === 0 ? 'left' : 'right'
}

function other(side: Side): Side {
  return side === 'left' ? 'right' : 'left'
}

/** From the middle of the drawing to its edge. */
function outward<Item>(items: readonly Item[], side: Side): readonly Item[] {
  return side === 'left' ? items.toReversed() : items
}
