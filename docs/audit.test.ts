import { readFile } from 'node:fs/promises'
import { sql, type Kysely } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { connect } from '#platform/db/connect.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { asOwner, sealAll } from '#records/audit-chain/testing/tampering.ts'
import type { Database } from '#records/schema.ts'
import { inService } from '#records/scope.ts'
import { aService, aStaffMember } from '#test/builders.ts'
import { connectWithin, testDatabase } from '#test/database.ts'

const database = await testDatabase()
const db = connect<Database>(database.connection)
const serviceId = await aService(db)
const staffId = await aStaffMember(db, serviceId)
const outsider = connectWithin(database, serviceId)
afterAll(() => Promise.all([db.destroy(), outsider.destroy()]))

const difficult =
  'tab\t, newline\n, "quoted", back\\slash, \u0001\u001f\u007f, Zoë 李 👩‍👧, </script>'

beforeAll(async () => {
  await inService(db, { serviceId, staffId }, async scope => {
    await insertAuditEntry(scope, { action: 'first', detail: difficult })
    await insertAuditEntry(scope, { action: 'second', childId: staffId, subjectId: serviceId })
  })
  await inService(db, { serviceId, staffId: null }, async scope => {
    await insertAuditEntry(scope, { action: 'third' })
    // A whole second: its decimals are written all the same.
    await sql`insert into audit_entries (service_id, at, action) values (${serviceId}, '2026-03-02T10:15:00Z', 'fourth')`.execute(
      scope.db,
    )
  })
  await sealAll(db, serviceId, 4)
})

/** The statements for outsiders, as they stand in the document. */
async function statements(): Promise<string[]> {
  const text = await readFile(new URL('./audit.md', import.meta.url), 'utf8')
  const found = [...text.matchAll(/```sql\n(select .*?);\n```/gsu)].map(([, one = '']) => one)
  return found.filter(one => !one.includes('set_config'))
}

async function faultsFoundBy(from: Kysely<Database>): Promise<number[]> {
  const found = (await statements()).map(
    async one => (await sql.raw(one).execute(from)).rows.length,
  )
  return await Promise.all(found)
}

it('gives outsiders statements that find nothing where nothing is wrong', async () => {
  expect(await faultsFoundBy(outsider)).toEqual([0, 0])
})

it('gives outsiders statements that find what is wrong', async () => {
  const who = { serviceId, staffId: null }
  await asOwner(db, who, scope =>
    sql`update audit_entries set detail = 'x' where action = 'third'`.execute(scope.db),
  )
  expect(await faultsFoundBy(outsider)).toEqual([0, 1])
  await asOwner(db, who, scope =>
    sql`update audit_seals set hash = repeat('a', 64) where sequence = 4`.execute(scope.db),
  )
  expect(await faultsFoundBy(outsider)).toEqual([1, 1])
})
