import type { Family } from '../family/family.ts'
import type { Bonds } from './broods.ts'
import type { DrawnPerson } from './drawn-person.ts'
import { lanesFor } from './lanes.ts'
import type { Place } from './layout.ts'
import type { CoupleLine } from './symbols.ts'

/** The line between two people who are or were a couple, or have a child together. */
export interface CoupleRoute {
  readonly a: string
  readonly b: string
  readonly line: CoupleLine
  /** Corner by corner, from the middle of one symbol to the middle of the other. */
  readonly points: readonly Place[]
  /** Where a line down to their children begins. */
  readonly drop: Place
  /** Where the strokes through the line stand that say that a couple parted. */
  readonly mark: Place
}

type At = ReadonlyMap<string, DrawnPerson>

/** How high above the middle of a row the first line runs that passes over others, and how much higher each further one. */
const archHeight = 46
const archStep = 18
/** How far beside the middle of a symbol the first such line ends, as the middle belongs to the line from the parents; each further one nearer. */
const archInset = 18
const archInsetStep = 5

/** How far before the middle of a line its strokes stand, as the middle belongs to the line down to the children. */
const markBeside = 18

/** People nearer in height than this stand in the same row. */
const sameRow = 60

/** The lines between couples: straight where they stand side by side, over the heads of others where they do not. */
export function coupleRoutes(family: Family, bonds: Bonds, at: At): CoupleRoute[] {
  const pairs = pairsOf(family, bonds).flatMap(({ line, ids }) => {
    const [a, b] = ids.flatMap(id => at.get(id) ?? []).sort((one, two) => one.x - two.x)
    return a === undefined || b === undefined ? [] : [{ a, b, line }]
  })
  const arched = pairs
    .filter(({ a, b }) => isPassingOthers(a, b, at))
    .sort((one, two) => one.b.x - one.a.x - (two.b.x - two.a.x))
  // Lanes are counted in each row by itself.
  const laneOf = new Map<object, number>()
  for (const y of new Set(arched.map(({ a }) => a.y))) {
    const row = arched.filter(({ a }) => a.y === y)
    const lanes = lanesFor(row.map(({ a, b }) => ({ from: a.x, to: b.x })))
    row.forEach((pair, index) => laneOf.set(pair, lanes[index] ?? 0))
  }
  return pairs.map(pair => {
    const lane = laneOf.get(pair)
    const route = lane === undefined ? straight(pair) : arch(pair, lane, at)
    return { a: pair.a.id, b: pair.b.id, line: pair.line, ...route }
  })
}

interface Pair {
  readonly a: DrawnPerson
  readonly b: DrawnPerson
}

/** Each two once, with what was said of them last. */
function pairsOf({ partners }: Family, { broods }: Bonds) {
  const pairs = new Map<string, { ids: [string, string]; line: CoupleLine }>()
  const add = (a: string, b: string, line: CoupleLine) => {
    const ids: [string, string] = a < b ? [a, b] : [b, a]
    if (a !== b) pairs.set(ids.join(' '), { ids, line })
  }
  for (const { parents } of broods) {
    const [a, b] = parents
    if (a !== undefined && b !== undefined) add(a, b, 'co-parents')
  }
  const since = ({ from }: Family['partners'][number]) => from?.toString() ?? ''
  const latestLast = [...partners].sort((one, two) =>
    since(one) < since(two) ? -1 : Number(since(one) > since(two)),
  )
  for (const { a, b, status } of latestLast) add(a, b, status)
  return [...pairs.values()]
}

function isPassingOthers(a: DrawnPerson, b: DrawnPerson, at: At): boolean {
  if (a.y !== b.y) return false
  return [...at.values()].some(one => one.x > a.x && one.x < b.x && Math.abs(one.y - a.y) < sameRow)
}

function straight({ a, b }: Pair): Pick<CoupleRoute, 'points' | 'drop' | 'mark'> {
  const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1
  const mark = {
    x: middle.x - (markBeside * (b.x - a.x)) / length,
    y: middle.y - (markBeside * (b.y - a.y)) / length,
  }
  return { points: [a, b].map(placeOf), drop: middle, mark }
}

function arch({ a, b }: Pair, lane: number, at: At): Pick<CoupleRoute, 'points' | 'drop' | 'mark'> {
  const y = a.y - archHeight - lane * archStep
  const inset = Math.max(archInset - lane * archInsetStep, archInsetStep)
  const [left, right] = [a.x + inset, b.x - inset]
  const beside = Math.max(
    ...[...at.values()]
      .filter(one => one.x < b.x && Math.abs(one.y - b.y) < sameRow)
      .map(({ x }) => x),
  )
  return {
    points: [
      { x: left, y: a.y },
      { x: left, y },
      { x: right, y },
      { x: right, y: b.y },
    ],
    drop: { x: (beside + b.x) / 2, y },
    mark: { x: (left + beside) / 2, y },
  }
}

function placeOf({ x, y }: DrawnPerson): Place {
  return { x, y }
}
