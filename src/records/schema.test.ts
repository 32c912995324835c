import { sql } from 'kysely'
import { readFile } from 'node:fs/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { connect } from '#platform/db/connect.ts'
import { testDatabase } from '#test/database.ts'
import type { Database } from './schema.ts'

const { connection } = await testDatabase()
const db = connect<Database>(connection)
afterAll(() => db.destroy())

const ownTables = new Set(['migrations', 'migrations_lock'])

/** Tables and columns as `schema.ts` declares them, in the database's spelling. */
async function declaredColumns(): Promise<string[]> {
  const source = await readFile(new URL('./schema.ts', import.meta.url), 'utf8')
  const tableOf = new Map(
    [...source.matchAll(/^ {2}(\w+): (\w+Table)$/gmu)].map(([, table, type]) => [type, table]),
  )
  return [...source.matchAll(/export interface (\w+Table) \{\n(.*?)\n\}/gsu)].flatMap(
    ([, type, body = '']) =>
      [...body.matchAll(/^ {2}(\w+): (.+)$/gmu)].map(
        ([, column = '', declared = '']) =>
          `${snake(tableOf.get(type) ?? '')}.${snake(column)}${declared.includes('null') ? '?' : ''}`,
      ),
  )
}

function snake(name: string): string {
  return name.replaceAll(/[A-Z]/gu, letter => `_${letter.toLowerCase()}`)
}

describe('the declared schema', () => {
  it('is the migrated database, column by column, and says what may be empty', async () => {
    const { rows } = await sql<{ table: string; column: string; nullable: string }>`
      select table_name as "table", column_name as "column", is_nullable as nullable
      from information_schema.columns where table_schema = 'public'`.execute(db)
    const actual = rows
      .filter(row => !ownTables.has(row.table))
      .map(row => `${row.table}.${row.column}${row.nullable === 'YES' ? '?' : ''}`)
    expect((await declaredColumns()).toSorted()).toEqual(actual.toSorted())
  })

  it('has the service in the key of every table but the services, the sessions and the attempts to start one', async () => {
    const { rows } = await sql<{ table: string; columns: string[] }>`
      select c.relname as "table", array_agg(a.attname::text) as columns
      from pg_index i
      join pg_class c on c.oid = i.indrelid
      join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
      join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey)
      where i.indisprimary group by c.relname`.execute(db)
    const without = rows
      .filter(row => !ownTables.has(row.table) && !row.columns.includes('service_id'))
      .map(row => row.table)
    expect(without.toSorted()).toEqual(['services', 'sessions', 'sign_in_attempts'])
  })

  it('keeps earlier versions of every record, or refuses to change it', async () => {
    const { rows } = await sql<{ table: string }>`
      select c.relname as "table" from pg_class c
      join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
      where c.relkind = 'r' and not exists (
        select from pg_trigger t where t.tgrelid = c.oid and t.tgname in ('keep_history', 'refuse_change'))`.execute(
      db,
    )
    const without = rows.map(row => row.table).filter(table => !ownTables.has(table))
    expect(without.toSorted()).toEqual([
      'child_search_keys',
      'daily_mails',
      'kept_forms',
      'outcome_names',
      'populations',
      'search_spellings',
      'searches',
      'services',
      'sessions',
      'sign_in_attempts',
      'staff',
      'submissions',
      'teams',
    ])
  })
})
