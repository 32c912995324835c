import type { Side } from './identity-fields.ts'

/** A row that names the child, and the rows that it hangs on: a contact on its work, a signature on its plan. */
export interface RowSince {
  readonly id: string
  readonly hangsOn: readonly string[]
}

/** A row that was there when the records were merged, and whose it was. */
export interface RowBefore extends RowSince {
  readonly wasOf: Side
}

/** Rows recorded after a merge that hang together and so stay together when it is undone. */
export interface GroupSince {
  /** The first row of the group: the group is asked about under its id. */
  readonly id: string
  readonly rowIds: readonly string[]
  /** Whose it has to be, because it hangs on what was there before; null: somebody says. */
  readonly goesTo: Side | null
}

/**
 * Sorts what was recorded after a merge into groups that hang together. A group that hangs on one record's rows goes with them; one that
 * hangs on neither, or on both, is asked about.
 *
 * @param since rows in the order in which they are shown
 */
export function groupWorkSince(
  since: readonly RowSince[],
  before: readonly RowBefore[],
): GroupSince[] {
  const root = joinedRows(since)
  const sides = new Map<string, Set<Side>>()
  const add = (rowId: string, side: Side) => {
    const key = root(rowId)
    sides.set(key, (sides.get(key) ?? new Set<Side>()).add(side))
  }
  const sideOf = new Map(before.map(({ id, wasOf }) => [id, wasOf]))
  for (const { id, hangsOn } of since) {
    for (const other of hangsOn) {
      const side = sideOf.get(other)
      if (side !== undefined) add(id, side)
    }
  }
  const ids = new Set(since.map(({ id }) => id))
  for (const { hangsOn, wasOf } of before) {
    for (const other of hangsOn) if (ids.has(other)) add(other, wasOf)
  }
  return [...Map.groupBy(since, ({ id }) => root(id))].map(([key, rows]) => {
    const [side, another] = [...(sides.get(key) ?? [])]
    const goesTo = another === undefined ? (side ?? null) : null
    return { id: rows[0]?.id ?? key, rowIds: rows.map(({ id }) => id), goesTo }
  })
}

/** Finds for each row the one that stands for all that it hangs together with. */
function joinedRows(rows: readonly RowSince[]): (id: string) => string {
  const above = new Map(rows.map(({ id }) => [id, id]))
  const root = (id: string): string => {
    const next = above.get(id) ?? id
    return next === id ? id : root(next)
  }
  for (const { id, hangsOn } of rows) {
    for (const other of hangsOn) if (above.has(other)) above.set(root(other), root(id))
  }
  return root
}
