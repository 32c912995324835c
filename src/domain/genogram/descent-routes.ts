import type { ParentNature } from '../vocabulary/family.ts'
import type { Bonds, Brood } from './broods.ts'
import type { CoupleRoute } from './couple-routes.ts'
import { footOf, symbolRadius, type DrawnPerson } from './drawn-person.ts'
import { lanesFor, touches } from './lanes.ts'
import type { Place } from './layout.ts'

/** The lines from parents down to their children. */
export interface DescentRoute {
  readonly parents: readonly string[]
  /** What the children share: the line down from the parents and the one along above the children. */
  readonly trunk: readonly (readonly Place[])[]
  readonly trunkNature: ParentNature
  /** Each child's own part. */
  readonly ends: readonly {
    readonly childId: string
    readonly nature: ParentNature
    readonly points: readonly Place[]
  }[]
}

type At = ReadonlyMap<string, DrawnPerson>

/** From the middle of the parents' row to the first line along above their children, under two lines of name and one of years. */
const firstLane = 96
const laneStep = 12
/** The least room above a symbol for the line that ends in it. */
const roomAbove = symbolRadius + 16

/** A line of birth ends in the middle of a symbol, others beside it, so that somebody may have parents of several kinds. */
const besideMiddle: Readonly<Record<ParentNature, number>> = {
  birth: 0,
  adoptive: 9,
  foster: -9,
  step: 16,
}

/** Lines down: each group of children hangs on a line along, each such line in a lane of its own. */
export function descentRoutes(
  { broods }: Bonds,
  at: At,
  couples: readonly CoupleRoute[],
): DescentRoute[] {
  const hanging = broods.flatMap(brood => {
    const start = startOf(brood, at, couples)
    const children = brood.children.flatMap(({ id, nature }) => {
      const child = at.get(id)
      return child === undefined
        ? []
        : [{ id, nature, x: child.x + besideMiddle[nature], y: child.y }]
    })
    return start === null || children.length === 0 ? [] : [{ brood, start, children }]
  })
  return hanging.map(one => route(one, barOf(one, hanging)))
}

interface Hanging {
  readonly brood: Brood
  readonly start: Place & { readonly row: number }
  readonly children: readonly (Place & { readonly id: string; readonly nature: ParentNature })[]
}

/** Where the line begins: on the line between two parents, or beneath the name of one. */
function startOf({ parents }: Brood, at: At, couples: readonly CoupleRoute[]) {
  const [one, other] = parents.flatMap(id => at.get(id) ?? [])
  if (one === undefined) return null
  const row = Math.max(one.y, other?.y ?? one.y)
  if (other === undefined) return { x: one.x, y: footOf(one), row }
  const couple = couples.find(
    ({ a, b }) => (a === one.id && b === other.id) || (a === other.id && b === one.id),
  )
  return couple === undefined ? null : { ...couple.drop, row }
}

/** How high the line along the children runs: in its lane where there is room, otherwise half-way between. */
function barOf(one: Hanging, all: readonly Hanging[]): number {
  const row = upperFirst(all.filter(({ start }) => start.row === one.start.row))
  const lane = lanesFor(row.map(stretchOf))[row.indexOf(one)] ?? 0
  const usual = one.start.row + firstLane + lane * laneStep
  const lowest = Math.min(...one.children.map(({ y }) => y)) - roomAbove
  if (usual <= lowest && usual >= one.start.y) return usual
  return one.start.y <= lowest ? lowest : (one.start.y + lowest + roomAbove) / 2
}

/** Which of the lines along should run above which, so that lines down cross few of them. */
function upperFirst(row: readonly Hanging[]): Hanging[] {
  const cost = (one: Hanging) =>
    row
      .filter(other => other !== one && touches(stretchOf(one), stretchOf(other)))
      .reduce((sum, other) => sum + crossings(one, other) - crossings(other, one), 0)
  const costs = new Map(row.map(one => [one, cost(one)]))
  return row.toSorted((a, b) => (costs.get(a) ?? 0) - (costs.get(b) ?? 0))
}

/** How many lines cross where the first line along runs above the other. */
function crossings(upper: Hanging, lower: Hanging): number {
  const within = (x: number, { from, to }: { from: number; to: number }) => x >= from && x <= to
  return (
    upper.children.filter(({ x }) => within(x, stretchOf(lower))).length +
    Number(within(lower.start.x, stretchOf(upper)))
  )
}

function stretchOf({ start, children }: Hanging) {
  const ends = [start.x, ...children.map(({ x }) => x)]
  return { from: Math.min(...ends), to: Math.max(...ends) }
}

function route({ brood, start, children }: Hanging, bar: number): DescentRoute {
  const natures = new Set(children.map(({ nature }) => nature))
  const [only] = natures
  const along = stretchOf({ brood, start, children })
  return {
    parents: brood.parents,
    trunkNature: natures.size === 1 && only !== undefined ? only : 'birth',
    trunk: [
      [
        { x: start.x, y: start.y },
        { x: start.x, y: bar },
      ],
      ...(along.from < along.to
        ? [
            [
              { x: along.from, y: bar },
              { x: along.to, y: bar },
            ],
          ]
        : []),
    ],
    ends: children.map(({ id, nature, x, y }) => ({
      childId: id,
      nature,
      points: [
        { x, y: bar },
        { x, y },
      ],
    })),
  }
}
