import { readdirSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { connect } from '#platform/db/connect.ts'
import { testDatabase } from './database.ts'

const [one, other] = [await testDatabase(), await testDatabase()]
const db = connect<unknown>(one.connection)
const otherDb = connect<unknown>({ connectionString: other.url })
afterAll(() => Promise.all([db.destroy(), otherDb.destroy()]))

test('a test database has every migration', async () => {
  const written = readdirSync(new URL('../migrations/', import.meta.url)).filter(name =>
    /^\d{4}-/.test(name),
  )
  const found = await sql<{ name: string }>`select name from migrations order by name`.execute(db)
  expect(found.rows.map(row => `${row.name}.ts`)).toEqual(written.toSorted())
})

test('what one test file writes, another does not see', async () => {
  await sql`create table written_here (id int)`.execute(db)
  const seen = sql<{ seen: boolean }>`select to_regclass('written_here') is not null as seen`
  expect((await seen.execute(db)).rows).toEqual([{ seen: true }])
  expect((await seen.execute(otherDb)).rows).toEqual([{ seen: false }])
})
