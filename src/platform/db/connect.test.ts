import { sql } from 'kysely'
import { afterAll, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { connect } from './connect.ts'

const { connection } = await testDatabase()
const db = connect<unknown>(connection)
const other = connect<unknown>(connection)
afterAll(() => Promise.all([db.destroy(), other.destroy()]))

it('fails the one transaction whose connection goes between two statements, and goes on with a new one', async () => {
  const cutOff = db.transaction().execute(async trx => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx)
    await sql`select pg_terminate_backend(${rows[0]?.pid}, 5000)`.execute(other)
    // The news of the end reaches us while the connection waits for nothing.
    await new Promise(resolve => setTimeout(resolve, 50))
    await sql`select 1`.execute(trx)
  })
  await expect(cutOff).rejects.toThrow()
  expect((await sql`select 2 as two`.execute(db)).rows).toEqual([{ two: 2 }])
})
