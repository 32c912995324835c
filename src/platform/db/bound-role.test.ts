import { afterAll, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { refuseUnboundRole } from './bound-role.ts'
import { connect } from './connect.ts'

const database = await testDatabase()
const bound = connect<unknown>(database.connection)
const administrator = connect<unknown>({ connectionString: asAdministrator(database.url) })
afterAll(() => Promise.all([bound.destroy(), administrator.destroy()]))

/** Only the server that the tests start themselves lets anyone in as its administrator. */
function asAdministrator(address: string): string {
  const url = new URL(address)
  url.username = 'postgres'
  return url.href
}

it('takes a role that row-level security binds', async () => {
  await expect(refuseUnboundRole(bound)).resolves.toBeUndefined()
})

it.skipIf(process.env['TEST_DATABASE_URL'])(
  'refuses a role that sees past it, and says how to make one that does not',
  async () => {
    await expect(refuseUnboundRole(administrator)).rejects.toThrow(
      /role "postgres" may see past[^]*create role alongside login/,
    )
  },
)
