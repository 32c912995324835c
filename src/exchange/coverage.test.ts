import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { connect } from '#platform/db/connect.ts'
import type { Database } from '#records/schema.ts'
import { testDatabase } from '#test/database.ts'
import { childPart } from './layout.ts'
import { familyLinkPart, panelPart, personPart, servicePart } from './service-layout.ts'
import { leftOutColumns, leftOutTables, ownTables } from './left-out.ts'
import { allParts, type Part } from './part.ts'

const { connection } = await testDatabase()
const db = connect<Database>(connection)
afterAll(() => db.destroy())

const parts = [servicePart, panelPart, personPart, familyLinkPart, childPart].flatMap(allParts)

function columnsOf(part: Part): string[] {
  const place = [part.parent, part.ofChild ? 'childId' : null].filter(column => column !== null)
  const service = part.table === 'services' ? [] : ['serviceId']
  return [...part.columns, ...part.empty, ...place, ...service]
}

const carried = new Set([
  ...parts.flatMap(part => columnsOf(part).map(column => `${part.table}.${column}`)),
  ...parts.flatMap(part =>
    Object.values(part.links).flatMap(({ table, own, other }) =>
      ['serviceId', own, other].map(column => `${table}.${column}`),
    ),
  ),
])

async function columnsOfDatabase() {
  const { rows } = await sql<{ table: string; column: string }>`
    select table_name as "table", column_name as "column"
    from information_schema.columns where table_schema = 'public'`.execute(db)
  return rows
    .filter(({ table }) => !ownTables.includes(table))
    .map(({ table, column }) => ({ table: camel(table), column: camel(column) }))
}

function camel(name: string): string {
  return name.replaceAll(/_(\w)/gu, (_, letter: string) => letter.toUpperCase())
}

const whatToDo =
  'The exchange format has to carry every fact. Give the column a field in src/exchange/format/ (and the table a part in layout.ts), ' +
  'then write docs/exchange-schema.json afresh; or say in src/exchange/left-out.ts why it is left out.'

describe('the exchange format', () => {
  it('carries every table and column of the database, or says why not', async () => {
    const forgotten = (await columnsOfDatabase())
      .filter(({ table }) => !Object.hasOwn(leftOutTables, table))
      .map(({ table, column }) => `${table}.${column}`)
      .filter(name => !carried.has(name) && !Object.hasOwn(leftOutColumns, name))
    expect(forgotten, whatToDo).toEqual([])
  })

  it('leaves out only what there is, and nothing that it carries', async () => {
    const columns = await columnsOfDatabase()
    const names = new Set(columns.map(({ table, column }) => `${table}.${column}`))
    const tables = new Set(columns.map(({ table }) => table))
    const carriedTables = new Set<string>([...carried].map(name => name.split('.')[0] ?? ''))
    expect(Object.keys(leftOutTables).filter(table => !tables.has(table))).toEqual([])
    expect(Object.keys(leftOutTables).filter(table => carriedTables.has(table))).toEqual([])
    expect(Object.keys(leftOutColumns).filter(name => !names.has(name))).toEqual([])
    expect([...carried].filter(name => !names.has(name))).toEqual([])
  })

  it('gives each reason in a sentence', () => {
    for (const reason of [...Object.values(leftOutTables), ...Object.values(leftOutColumns)]) {
      expect(reason).toMatch(/^[A-Z].{20,}\.$/u)
    }
  })

  it('makes every column that it leaves out of a table it carries', () => {
    const derived = parts.flatMap(part =>
      Object.keys(part.derived).map(column => `${part.table}.${column}`),
    )
    expect(derived.toSorted()).toEqual(Object.keys(leftOutColumns).toSorted())
  })
})
