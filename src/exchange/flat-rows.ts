import { canonicalValue } from './canonical.ts'
import type { Value } from './format/fields.ts'
import type { Link, Part } from './part.ts'

/** One row of the database as a line says it: what it holds, where in the line, and the part that says how it is kept. */
export interface FlatRow {
  readonly part: Part
  readonly id: string
  readonly path: string
  /** The list that it is in. */
  readonly list: string
  readonly values: Readonly<Record<string, Value>>
}

/** A pair of a link, with the place of the id in the line. */
export interface FlatLink {
  readonly link: Link
  readonly field: string
  readonly path: string
  readonly own: string
  readonly other: string
}

export interface FlatLine {
  readonly rows: readonly FlatRow[]
  readonly links: readonly FlatLink[]
}

type Content = Readonly<Record<string, unknown>>

/** Takes a record apart into rows, each after the one that it stands in. */
export function flatten(part: Part, content: Content): FlatLine {
  const rows: FlatRow[] = []
  const links: FlatLink[] = []
  const childId = part.table === 'children' ? String(content['id']) : null
  walk(part, content, { path: '', list: '', place: {} })
  return { rows, links }

  function walk(
    at: Part,
    record: Content,
    where: { path: string; list: string; place: Record<string, Value> },
  ): void {
    const id = String(record[at.key])
    const own = Object.fromEntries(at.columns.map(key => [key, canonicalValue(record[key])]))
    const prefix = where.path === '' ? '' : `${where.path}.`
    rows.push({
      part: at,
      id,
      path: where.path,
      list: where.list,
      values: { ...own, ...where.place },
    })
    for (const [field, link] of Object.entries(at.links)) {
      listOf(record[field]).forEach((other, index) => {
        const path = `${prefix}${field}[${index}]`
        links.push({ link, field, path, own: id, other: String(other) })
      })
    }
    for (const [field, beneath] of Object.entries(at.parts)) {
      const list = `${prefix}${field}`
      const place = placeOf(beneath, id, childId)
      listOf(record[field]).forEach((member, index) => {
        walk(beneath, member as Content, { path: `${list}[${index}]`, list, place })
      })
    }
  }
}

function placeOf(part: Part, parentId: string, childId: string | null): Record<string, Value> {
  const place: Record<string, Value> = {}
  for (const column of part.empty) place[column] = null
  if (part.ofChild) place['childId'] = childId
  if (part.parent !== null && part.parent !== 'serviceId') place[part.parent] = parentId
  return place
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
