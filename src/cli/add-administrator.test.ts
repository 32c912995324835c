import { Readable } from 'node:stream'
import { Temporal } from 'temporal-polyfill'
import { afterAll, describe, expect, it } from 'vitest'
import { checkPassword } from '#platform/credentials/password.ts'
import { connect } from '#platform/db/connect.ts'
import type { Database } from '#records/schema.ts'
import { aService } from '#test/builders.ts'
import { connectWithin, testDatabase } from '#test/database.ts'
import { makeAdministrator, readPassword } from './add-administrator.ts'

const database = await testDatabase()
const db = connect<Database>(database.connection)
const serviceId = await aService(db, { isDemonstration: false })
const seen = connectWithin(database, serviceId)
afterAll(() => Promise.all([db.destroy(), seen.destroy()]))
const ada = {
  name: "Ada O'Neill-Ó Súilleabháin",
  userName: 'Ada',
  email: 'Ada@Council.Example',
  password: 'teapot gravel orbit',
  now: Temporal.Instant.from('2026-03-02T09:00:00Z'),
}
const accounts = () => seen.selectFrom('accounts').selectAll().execute()

describe('the first administrator', () => {
  it('is a member of staff with an account, and it is written down', async () => {
    await makeAdministrator(db, serviceId, ada)
    const [account] = await accounts()
    expect(account).toMatchObject({ userName: 'ada', email: 'ada@council.example' })
    expect(await checkPassword(account?.passwordHash ?? null, ada.password)).toBe('right')
    const staff = await seen.selectFrom('staff').selectAll().execute()
    expect(staff).toMatchObject([{ name: ada.name, role: 'head-of-service' }])
    const audit = await seen.selectFrom('auditEntries').select('action').execute()
    expect(audit).toEqual([{ action: 'account.made' }])
  })

  it.each([
    ['a poor password', { userName: 'ben', email: null, password: 'password1234' }, /guess/],
    ['a user name that is taken', { userName: 'ADA', email: null }, /already/],
    ['an e-mail address that is taken', { userName: 'ben' }, /already/],
  ])('is not made with %s', async (_case, values, why) => {
    await expect(makeAdministrator(db, serviceId, { ...ada, ...values })).rejects.toThrow(why)
    expect(await accounts()).toHaveLength(1)
  })

  it('gives the password on standard input, spaces and all', async () => {
    expect(await readPassword(Readable.from([' teapot gravel orbit \nmore\n']))).toBe(
      ' teapot gravel orbit ',
    )
    expect(await readPassword(Readable.from(['no line end']))).toBe('no line end')
    await expect(readPassword(Readable.from([]))).rejects.toThrow(/standard input/)
  })
})
