import { flatten, type FlatLine } from '../flat-rows.ts'
import type { ChildLine } from '../format/child-line.ts'
import type { ExchangeLine } from '../format/lines.ts'
import { childPart } from '../layout.ts'
import { panelPart } from '../service-layout.ts'
import type { FileLine } from '../reading/read-lines.ts'

type PanelLine = Extract<ExchangeLine, { record: 'panel' }>

interface ItemHead {
  readonly number: number
  readonly flat: FlatLine
  /** Characters of the line. */
  readonly size: number
}

/** A panel or a child, with its line and the rows that it makes. */
export type Item =
  | (ItemHead & { readonly kind: 'panel'; readonly panel: PanelLine })
  | (ItemHead & { readonly kind: 'child'; readonly child: ChildLine })

const mostLines = 50
const mostCharacters = 4_000_000

/** Makes an item of a line that was read. */
export function itemOf({ number, text }: FileLine, line: PanelLine | ChildLine): Item {
  const head = { number, size: text?.length ?? 0 }
  return line.record === 'panel'
    ? { ...head, kind: 'panel', panel: line, flat: flatten(panelPart, line) }
    : { ...head, kind: 'child', child: line, flat: flatten(childPart, line) }
}

/** True when enough lines are held to look them up together. */
export function isFull(items: readonly Item[]): boolean {
  const size = items.reduce((sum, item) => sum + item.size, 0)
  return items.length >= mostLines || size >= mostCharacters
}
