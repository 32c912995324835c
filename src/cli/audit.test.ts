import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { readConfig } from '#config'
import { connect } from '#platform/db/connect.ts'
import { asOwner, sealedEntries } from '#records/audit-chain/testing/tampering.ts'
import type { Database } from '#records/schema.ts'
import { aService } from '#test/builders.ts'
import { testDatabase } from '#test/database.ts'
import { verifyAudit } from './audit.ts'

const { connection, url } = await testDatabase()
const db = connect<Database>(connection)
const config = readConfig({ DATABASE_URL: url })
const [one, other] = [
  { serviceId: await aService(db), staffId: null },
  { serviceId: await aService(db), staffId: null },
]
afterAll(() => db.destroy())
afterEach(() => vi.restoreAllMocks())
beforeAll(async () => {
  await sealedEntries(db, one, ['1', '2'])
  await sealedEntries(db, other, ['1'])
})

async function run(...words: string[]) {
  let printed = ''
  vi.spyOn(process.stdout, 'write').mockImplementation(text => {
    printed += String(text)
    return true
  })
  const failure = await verifyAudit(words, config).then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : 'not an error'),
  )
  const read: unknown = printed === '' ? null : JSON.parse(printed)
  return { failure, printed: read }
}

describe('alongside audit verify', () => {
  it('checks every service and prints the hash to keep', async () => {
    const { failure, printed } = await run('verify')
    expect(failure).toBeNull()
    const lastHash: unknown = expect.stringMatching(/^[0-9a-f]{64}$/)
    const sound = { unsealed: 0, fault: null, lastHash }
    expect(printed).toEqual({
      services: expect.arrayContaining([
        { service: one.serviceId, sealed: 2, ...sound },
        { service: other.serviceId, sealed: 1, ...sound },
      ]) as unknown,
    })
  })

  it('asks which service a kept hash is of, and what it is', async () => {
    const hash = 'a'.repeat(64)
    expect((await run('verify', '--expect', hash)).failure).toMatch(/Say which service/)
    expect((await run('verify', '--expect', 'abc')).failure).toMatch(/64 characters/)
    expect((await run('check')).failure).toMatch(/audit verify/)
  })

  it('fails for a hash that is not in the chain', async () => {
    const words = ['verify', '--service', one.serviceId, '--expect', 'a'.repeat(64)]
    expect((await run(...words)).failure).toMatch(/\(removed\).*its end was removed/)
  })

  it('fails and names the first entry that is not as it was written', async () => {
    await asOwner(db, one, scope => sql`update audit_entries set detail = 'x'`.execute(scope.db))
    const { failure, printed } = await run('verify')
    expect(failure).toMatch(new RegExp(`service ${one.serviceId} .*\\(altered\\). Entry \\d+`))
    expect(printed).toMatchObject({
      services: expect.arrayContaining([
        expect.objectContaining({ service: other.serviceId, fault: null }),
      ]) as unknown,
    })
    expect((await run('verify', '--service', other.serviceId)).failure).toBeNull()
  })
})
