import { canonicalText, canonicalValue, compareText, compareValues } from '../canonical.ts'
import type { Value } from '../format/fields.ts'
import type { Part } from '../part.ts'
import { selectBeneath, selectLinks, type Row, type Source } from './read-rows.ts'

/** A record as it is written: keys in the order of the format, what is empty left out. */
export type Written = Readonly<Record<string, Value | readonly string[] | readonly object[]>>

/**
 * Puts beneath records everything that belongs to them, with one statement for each kind however many records there are.
 *
 * @throws Error naming a row that says it is of one child and stands beneath another: writing it down would change what it says
 */
export async function nestRows(
  source: Source,
  part: Part,
  rows: readonly Row[],
): Promise<Map<string, Written>> {
  const ids = rows.map(row => canonicalText(row['id'] ?? row[part.key]))
  const lists = new Map<string, ReadonlyMap<string, readonly (string | Written)[]>>()
  for (const [key, beneath] of Object.entries(part.parts)) {
    lists.set(key, await nestBeneath(source, beneath, { part, rows, ids }))
  }
  for (const [key, link] of Object.entries(part.links)) {
    const pairs = ids.length === 0 ? [] : await selectLinks(source, link, ids)
    lists.set(key, groupLinks(pairs))
  }
  return new Map(
    rows.map((row, at) => [ids[at] ?? '', writeRecord(part, row, ids[at] ?? '', lists)]),
  )
}

async function nestBeneath(
  source: Source,
  part: Part,
  above: { readonly part: Part; readonly rows: readonly Row[]; readonly ids: readonly string[] },
): Promise<Map<string, Written[]>> {
  const rows = above.ids.length === 0 ? [] : await selectBeneath(source, part, above.ids)
  const sorted = rows.toSorted(orderOf(part))
  const childOf = new Map(above.rows.map((row, at) => [above.ids[at], row['childId'] ?? row['id']]))
  const nested = await nestRows(source, part, sorted)
  const groups = new Map<string, Written[]>()
  for (const row of sorted) {
    const parentId = canonicalText(row[part.parent ?? 'id'])
    if (part.ofChild && row['childId'] !== childOf.get(parentId)) {
      throw new Error(
        `${part.table} ${canonicalText(row['id'])} belongs to two children: correct it first`,
      )
    }
    const written = nested.get(canonicalText(row['id'] ?? row[part.key]))
    if (written !== undefined) groups.set(parentId, [...(groups.get(parentId) ?? []), written])
  }
  return groups
}

function writeRecord(
  part: Part,
  row: Row,
  id: string,
  lists: ReadonlyMap<string, ReadonlyMap<string, readonly (string | Written)[]>>,
): Written {
  const written: Record<string, Value | readonly string[] | readonly object[]> = {}
  for (const key of part.keys) {
    const list = lists.get(key)
    if (list !== undefined) {
      const members = list.get(id)
      if (members !== undefined) written[key] = members as readonly object[]
      continue
    }
    const value = canonicalValue(row[key])
    if (value !== null) written[key] = value
  }
  return written
}

function groupLinks(pairs: readonly { own: string; other: string }[]): Map<string, string[]> {
  const groups = Map.groupBy(pairs, pair => pair.own)
  return new Map(
    [...groups].map(([own, members]) => [
      own,
      members.map(pair => pair.other).toSorted(compareText),
    ]),
  )
}

function orderOf(part: Part): (a: Row, b: Row) => number {
  const columns = part.sortBy === null ? [part.key] : [part.sortBy, part.key]
  return (a, b) => {
    for (const column of columns) {
      const order = compareValues(canonicalValue(a[column]), canonicalValue(b[column]))
      if (order !== 0) return order
    }
    return 0
  }
}
