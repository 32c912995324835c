import type { Bonds, Brood } from './broods.ts'
import type { Couple, Rows } from './order.ts'

/** The least room between two people in a row, from middle to middle. A multiple of `grid`. */
export const columnWidth = 132
/** Room between people who are neither a couple nor brothers and sisters. A multiple of `grid`. */
const strangersApart = 156
/** Places are whole multiples of this. */
const grid = 6
const rounds = 80

interface Block {
  readonly couple: Couple
  x: number
}

/**
 * How far to the right each person stands: parents above the middle of their children as far as there is room, in the order of the rows.
 *
 * Rows are moved in turn, each to where those above and below draw it, until little moves. No two in a row come closer than a column.
 */
export function spreadRows(rows: Rows, { broods }: Bonds): ReadonlyMap<string, number> {
  const lines = [...rows.values()].map(couples => ({
    blocks: couples.map(couple => ({ couple, x: 0 })),
    gaps: gapsBetween(couples, broods),
  }))
  for (const { blocks, gaps } of lines) settle(blocks, gaps, () => ({ at: 0, weight: 1 }))
  const at = new Map<string, number>()
  const note = ({ couple, x }: Block) => {
    couple.forEach((id, index) => at.set(id, x + index * columnWidth))
  }
  for (const { blocks } of lines) blocks.forEach(note)
  const ties = tiesOf(broods)
  for (let round = 0; round < rounds; round += 1) {
    const turn = round % 2 === 0 ? lines : lines.toReversed()
    for (const { blocks, gaps } of turn) {
      settle(blocks, gaps, block => wanted(block, ties, at))
      blocks.forEach(note)
    }
  }
  return new Map([...at].map(([id, x]) => [id, Math.round(x / grid) * grid]))
}

/** From the left end of one couple to the left end of the next. */
function gapsBetween(couples: readonly Couple[], broods: readonly Brood[]): number[] {
  return couples.slice(1).map((couple, index) => {
    const before = couples[index] ?? []
    const isFamily = broods.some(
      ({ children }) =>
        children.some(({ id }) => before.includes(id)) &&
        children.some(({ id }) => couple.includes(id)),
    )
    return (before.length - 1) * columnWidth + (isFamily ? columnWidth : strangersApart)
  })
}

interface Pull {
  readonly at: number
  readonly weight: number
}

/** What draws somebody: as a child beneath the parents, as a parent above the children. */
type Ties = ReadonlyMap<string, readonly { readonly brood: Brood; readonly isParent: boolean }[]>

function tiesOf(broods: readonly Brood[]): Ties {
  const ties = new Map<string, { brood: Brood; isParent: boolean }[]>()
  const add = (id: string, brood: Brood, isParent: boolean) =>
    ties.set(id, [...(ties.get(id) ?? []), { brood, isParent }])
  for (const brood of broods) {
    for (const { id } of brood.children) add(id, brood, false)
    for (const id of brood.parents) add(id, brood, true)
  }
  return ties
}

/** Where a couple would stand if it were alone in its row, and how much it matters. */
function wanted({ couple, x }: Block, ties: Ties, at: At): Pull {
  const pulls = couple.flatMap((id, index) =>
    (ties.get(id) ?? []).map(({ brood, isParent }) =>
      isParent ? pullDown(couple, brood, at) : pullUp(index, brood, at),
    ),
  )
  const weight = pulls.reduce((sum, one) => sum + one.weight, 0)
  if (weight === 0) return { at: x, weight: 0.01 }
  return { at: pulls.reduce((sum, one) => sum + one.at * one.weight, 0) / weight, weight }
}

type At = ReadonlyMap<string, number>

/** To where somebody would stand beneath their parents. */
function pullUp(index: number, { parents }: Brood, at: At): Pull {
  return { at: mean(parents.map(id => at.get(id) ?? 0)) - index * columnWidth, weight: 1 }
}

/** To where a couple would stand above their children. */
function pullDown(couple: Couple, { parents, children }: Brood, at: At): Pull {
  const own = mean(parents.map(id => Math.max(0, couple.indexOf(id))))
  const childrenAt = mean(children.map(({ id }) => at.get(id) ?? 0))
  return { at: childrenAt - own * columnWidth, weight: 1 / parents.length }
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length)
}

/**
 * Moves the couples of a row as near as can be to where each is wanted, none nearer to the next than the gap: least squares under an
 * order, solved by pooling neighbours that would pass each other.
 */
function settle(
  blocks: readonly Block[],
  gaps: readonly number[],
  wantedFor: (block: Block) => Pull,
): void {
  const offsets = blocks.map((_, index) => gaps.slice(0, index).reduce((sum, gap) => sum + gap, 0))
  const pools: { sum: number; weight: number; count: number }[] = []
  blocks.forEach((block, index) => {
    const { at, weight } = wantedFor(block)
    let pool = { sum: (at - (offsets[index] ?? 0)) * weight, weight, count: 1 }
    for (
      let last = pools.at(-1);
      last !== undefined && last.sum / last.weight > pool.sum / pool.weight;
      last = pools.at(-1)
    ) {
      pools.pop()
      pool = {
        sum: pool.sum + last.sum,
        weight: pool.weight + last.weight,
        count: pool.count + last.count,
      }
    }
    pools.push(pool)
  })
  const places = pools.flatMap(({ sum, weight, count }) =>
    Array.from({ length: count }, () => sum / weight),
  )
  blocks.forEach((block, index) => {
    block.x = (places[index] ?? 0) + (offsets[index] ?? 0)
  })
}
