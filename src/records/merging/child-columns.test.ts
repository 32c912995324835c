import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { identityFields } from '#domain/merging/identity-fields.ts'
import { connect } from '#platform/db/connect.ts'
import { testDatabase } from '#test/database.ts'
import type { Database } from '../schema.ts'
import { childColumns } from './child-columns.table.ts'
import { personColumns } from './mentions.ts'

const { connection } = await testDatabase()
const db = connect<Database>(connection)
afterAll(() => db.destroy())

/** Columns that name a child and stay as they are, and why. */
const stayingColumns: Readonly<Record<string, string>> = {
  'children.merged_into_id': 'Says which record this one was merged into.',
  'child_search_keys.child_id':
    'Keys are made from the rest: afresh for both records, and none for the one that was merged.',
  'genogram_pieces.child_id':
    'Where a family put a piece is said of one drawing; the drawing of the kept record stays as it was drawn.',
  'restrictions.child_id':
    'A restriction is of one record. It holds again when the merge is undone; until then the kept record is at least as restricted.',
  'urgent_accesses.child_id': 'Belongs to the restriction that it opened, and is never changed.',
  'child_merges.kept_child_id': 'Says which records were merged.',
  'child_merges.merged_child_id': 'Says which records were merged.',
  'not_duplicates.child_id': 'An answer about two records as they were.',
  'not_duplicates.other_child_id': 'An answer about two records as they were.',
  'audit_entries.child_id': 'The audit is never rewritten; pages read the entries of both records.',
}

/** Columns of a child's row that are not said of the child: keys, who the child is in families, and when and by whom the row was made. */
const otherChildColumns: readonly string[] = [
  'service_id',
  'id',
  'match_keys',
  'recorded_at',
  'recorded_by',
  'merged_into_id',
  'person_id',
]

interface Reference {
  readonly table: string
  readonly column: string
  readonly to: string
}

/** Every column that refers to another table's rows, from the database's own catalogue. */
const references = (
  await sql<Reference>`
    select c.relname as "table", a.attname as "column", t.relname as "to"
    from pg_constraint k
    join pg_class c on c.oid = k.conrelid
    join pg_class t on t.oid = k.confrelid
    join pg_attribute a on a.attrelid = c.oid and a.attnum = any(k.conkey) and a.attname <> 'service_id'
    where k.contype = 'f' and k.connamespace = current_schema()::regnamespace`.execute(db)
).rows

const allColumns = (
  await sql<{ name: string }>`
    select c.relname || '.' || a.attname as name
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace`.execute(db)
).rows.map(row => row.name)

const moving = childColumns.map(one => `${one.table}.${one.column}`)

const whatToDo =
  'When two records are merged, rows that name a child go along. Put the column into src/records/merging/child-columns.table.ts (and call ' +
  'moves_with_child for its table in the migration), or say there why it stays.'

describe('the list of columns that name a child', () => {
  it('has every one of the database, and no other', () => {
    const naming = references
      .filter(({ to }) => to === 'children')
      .map(({ table, column }) => `${table}.${column}`)
    const byName = allColumns.filter(name => /\.(\w+_)?child_id$/u.test(name))
    const listed = [...moving, ...Object.keys(stayingColumns)]
    expect(
      [...naming, ...byName].filter(name => !listed.includes(name)),
      whatToDo,
    ).toEqual([])
    expect(listed.filter(name => !allColumns.includes(name))).toEqual([])
    expect(new Set(listed).size).toBe(listed.length)
  })

  it('says of each row what it hangs on', () => {
    const tables = new Set(childColumns.map(({ table }) => table))
    const wanted = references.filter(({ table, to }) => tables.has(table) && tables.has(to))
    const forgotten = wanted.filter(
      ({ table, column }) =>
        !childColumns.some(one => one.table === table && one.hangsOn.includes(column)),
    )
    expect(forgotten).toEqual([])
    const named = childColumns.flatMap(({ table, along, hangsOn, on, as }) =>
      [...along, ...hangsOn, on, as].flatMap(one => (one === null ? [] : [`${table}.${one}`])),
    )
    expect(named.filter(name => !allColumns.includes(name))).toEqual([])
  })

  it('knows the pairs by which rows hang on each other', () => {
    const tables = new Set(childColumns.map(({ table }) => table))
    const pairs = [...Map.groupBy(references, ({ table }) => table)]
      .filter(([table]) => !tables.has(table))
      .filter(([, of]) => of.length === 2 && of.every(({ to }) => tables.has(to)))
      .map(([table]) => table)
    const links = childColumns.flatMap(one => one.links.map(({ table }) => table))
    expect(links.toSorted()).toEqual(pairs.toSorted())
  })

  it('is guarded by the database: nothing new is recorded of a merged child', async () => {
    const { rows } = await sql<{ name: string }>`
      select t.tgrelid::regclass || '.' || a.attname as name
      from pg_trigger t join pg_attribute a on a.attrelid = t.tgrelid and a.attnum = any(t.tgattr)
      where t.tgname = 'refuse_merged_child'`.execute(db)
    const guarded = rows.map(({ name }) => name)
    expect(moving.filter(name => !guarded.includes(name))).toEqual([])
  })
})

describe('the list of columns that name a person', () => {
  it('has every one of the database but who a child is', () => {
    const naming = references
      .filter(({ to }) => to === 'people')
      .map(({ table, column }) => `${table}.${column}`)
    const listed = personColumns.map(({ table, column }) => `${table}.${column}`)
    expect(naming.toSorted()).toEqual([...listed, 'children.person_id'].toSorted())
  })
})

describe('the fields of a child’s own record', () => {
  it('are all there is in it', () => {
    const listed = [...identityFields.flatMap(({ columns }) => columns), ...otherChildColumns]
    const columns = allColumns.flatMap(name => /^children\.(\w+)$/u.exec(name)?.slice(1) ?? [])
    expect(columns.toSorted()).toEqual(listed.toSorted())
  })
})
