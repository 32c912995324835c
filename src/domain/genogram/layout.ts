import type { Family } from '../family/family.ts'
import { bondsOf } from './broods.ts'
import { generationsOf } from './generations.ts'
import { orderRows } from './order.ts'
import { spreadRows } from './spread.ts'

/** From the middle of one row to the middle of the next. */
export const rowHeight = 210

/** Where the middle of somebody's symbol stands, in units of the drawing: x to the right, y downwards, the child at 0, 0. */
export interface Place {
  readonly x: number
  readonly y: number
}

/**
 * Lays a family out: a row for each generation, parents above their children, partners side by side. The same family is always laid out
 * the same way, in whatever order its people and links come. Nobody stands on anybody else.
 */
export function layOut(family: Family): ReadonlyMap<string, Place> {
  const sorted = inLastingOrder(family)
  const bonds = bondsOf(sorted)
  const generations = generationsOf(sorted, bonds)
  const across = spreadRows(orderRows(sorted, bonds, generations), bonds)
  const child = sorted.people.find(({ isTheChild }) => isTheChild)
  const left = across.get(child?.id ?? '') ?? 0
  return new Map(
    sorted.people.map(({ id }) => [
      id,
      { x: (across.get(id) ?? 0) - left, y: (generations.get(id) ?? 0) * rowHeight },
    ]),
  )
}

function inLastingOrder({ people, parents, partners }: Family): Family {
  const by =
    <Item>(key: (item: Item) => string) =>
    (a: Item, b: Item) =>
      key(a) < key(b) ? -1 : Number(key(a) > key(b))
  return {
    people: [...people].sort(by(({ id }) => id)),
    parents: [...parents].sort(by(one => `${one.parentId} ${one.childId} ${one.nature}`)),
    partners: [...partners].sort(by(one => `${one.a} ${one.b} ${String(one.from)}`)),
  }
}
