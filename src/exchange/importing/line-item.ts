import { flatten, type FlatLine } from '../flat-rows.ts'
import type { ChildLine } from '../format/child-line.ts'
import type { ExchangeLine } from '../format/lines.ts'
import { childPart } from '../layout.ts'
import { familyLinkPart, panelPart, personPart } from '../service-layout.ts'
import type { FileLine } from '../reading/read-lines.ts'

type LineOf<Kind extends ExchangeLine['record']> = Extract<ExchangeLine, { record: Kind }>
type PanelLine = LineOf<'panel'>
/** A person around children, or two who are a family. */
type FamilyLine = LineOf<'person'> | LineOf<'family-link'>

interface ItemHead {
  readonly number: number
  readonly flat: FlatLine
  /** Characters of the line. */
  readonly size: number
}

/** A panel, a person, a link of a family or a child, with its line and the rows that it makes. */
export type Item =
  | (ItemHead & { readonly kind: 'panel'; readonly panel: PanelLine })
  | (ItemHead & { readonly kind: 'person' | 'family-link' })
  | (ItemHead & { readonly kind: 'child'; readonly child: ChildLine })

const mostLines = 50
const mostCharacters = 4_000_000

/** Makes an item of a line that was read. */
export function itemOf({ number, text }: FileLine, line: PanelLine | FamilyLine | ChildLine): Item {
  const head = { number, size: text?.length ?? 0 }
  switch (line.record) {
    case 'panel':
      return { ...head, kind: 'panel', panel: line, flat: flatten(panelPart, line) }
    case 'person':
      return { ...head, kind: 'person', flat: flatten(personPart, line) }
    case 'family-link':
      return { ...head, kind: 'family-link', flat: flatten(familyLinkPart, line) }
    case 'child':
      return { ...head, kind: 'child', child: line, flat: flatten(childPart, line) }
  }
}

/** True when enough lines are held to look them up together. */
export function isFull(items: readonly Item[]): boolean {
  const size = items.reduce((sum, item) => sum + item.size, 0)
  return items.length >= mostLines || size >= mostCharacters
}
