import type { z } from 'zod'
import type { Database } from '#records/schema.ts'

export type TableName = keyof Database

/** A list of ids that the database keeps as rows of two. */
export interface Link {
  readonly table: TableName
  readonly own: string
  readonly other: string
}

/**
 * Where one kind of record stands in a line and in the database. Its fields are the columns of the same name; what stands beneath it is
 * another part.
 */
export interface Part {
  readonly table: TableName
  /** Columns that the line carries, in the order in which they are written. */
  readonly columns: readonly string[]
  /** Every key as it is written: columns, lists of ids and lists of records beneath. */
  readonly keys: readonly string[]
  readonly parts: Readonly<Record<string, Part>>
  readonly links: Readonly<Record<string, Link>>
  /** What tells one row from another within the service. */
  readonly key: string
  /** The column that holds the id of the record above; null: it stands at the head of a line. */
  readonly parent: string | null
  /** The table also names the child, though something else stands between. */
  readonly ofChild: boolean
  /** Columns that are empty because the record stands here and not elsewhere. */
  readonly empty: readonly string[]
  /** Columns that the import makes from the others. */
  readonly derived: Readonly<Record<string, Derive>>
  /** The column by which a list is ordered before the key; null: by the key alone. */
  readonly sortBy: string | null
  /** Pairs of days: the second is not before the first. */
  readonly inOrder: readonly (readonly [string, string])[]
  /** Pairs of moments: the second is after the first. */
  readonly after: readonly (readonly [string, string])[]
  /** Days that have come: things that happened. */
  readonly past: readonly string[]
  /** A column of which each value comes once in a list. */
  readonly once: string | null
}

type Derive = (row: Readonly<Record<string, unknown>>) => unknown

type PartSettings = Partial<Omit<Part, 'columns' | 'keys'>> &
  Pick<Part, 'table'> & { readonly schema: z.ZodObject }

/** Makes a part; its columns are the fields of the schema that are not lists of something else. */
export function part({ schema, ...settings }: PartSettings): Part {
  const keys = Object.keys(schema.shape)
  const parts = settings.parts ?? {}
  const links = settings.links ?? {}
  return {
    key: 'id',
    parent: null,
    ofChild: false,
    empty: [],
    derived: {},
    sortBy: null,
    inOrder: [],
    after: [],
    past: [],
    once: null,
    ...settings,
    parts,
    links,
    keys,
    columns: keys.filter(key => !Object.hasOwn(parts, key) && !Object.hasOwn(links, key)),
  }
}

/** A part with all parts beneath it, each before those that stand in it. */
export function allParts(top: Part): Part[] {
  return [top, ...Object.values(top.parts).flatMap(allParts)]
}

/** Columns of the table that say where a record stands. */
export function placeColumns(one: Part): string[] {
  const above = one.parent === null || one.parent === 'serviceId' ? [] : [one.parent]
  return one.ofChild ? [...above, 'childId'] : above
}
