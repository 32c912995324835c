import { afterAll, describe, expect, it } from 'vitest'
import { connect } from '#platform/db/connect.ts'
import { aChild, aService, aStaffMember } from '#test/builders.ts'
import { connectWithin, testDatabase } from '#test/database.ts'
import type { Database } from './schema.ts'
import { inService } from './scope.ts'

const database = await testDatabase()
const outside = connect<Database>(database.connection)
const serviceId = await aService(outside)
const db = connectWithin(database, serviceId)
afterAll(() => Promise.all([outside.destroy(), db.destroy()]))

const staffId = await aStaffMember(db, serviceId)
const who = { serviceId, staffId }

describe('the history of a record', () => {
  it('keeps what a row was before it changed, and who changed it', async () => {
    const childId = await inService(db, who, scope => aChild(scope, { givenName: 'Ann' }))
    await inService(db, who, scope =>
      scope.db
        .updateTable('children')
        .set({ givenName: 'Anne' })
        .where('serviceId', '=', serviceId)
        .where('id', '=', childId)
        .execute(),
    )
    const history = await db
      .selectFrom('rowHistory')
      .selectAll()
      .where('rowId', '=', childId)
      .execute()
    expect(history).toMatchObject([
      { tableName: 'children', replacedBy: staffId, was: { given_name: 'Ann' } },
    ])
  })

  it('refuses to delete a record', async () => {
    const childId = await inService(db, who, scope => aChild(scope))
    const deletion = db.deleteFrom('children').where('id', '=', childId).execute()
    await expect(deletion).rejects.toThrow(/never deleted/)
  })

  it('cannot be changed itself', async () => {
    await expect(db.updateTable('rowHistory').set({ was: '{}' }).execute()).rejects.toThrow(
      /never changed/,
    )
  })

  it('takes back everything when a step in the middle fails', async () => {
    const before = await db.selectFrom('children').select('id').execute()
    const half = inService(db, who, async scope => {
      await aChild(scope)
      throw new Error('halfway')
    })
    await expect(half).rejects.toThrow('halfway')
    expect(await db.selectFrom('children').select('id').execute()).toHaveLength(before.length)
  })
})
