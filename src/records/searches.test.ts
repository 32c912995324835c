import { afterAll, expect, it } from 'vitest'
import { Temporal } from 'temporal-polyfill'
import { clockFixedOn } from '#platform/clock.ts'
import { connect } from '#platform/db/connect.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { aService, aStaffMember } from '#test/builders.ts'
import { testDatabase } from '#test/database.ts'
import type { Database } from './schema.ts'
import { inService, type Scope } from './scope.ts'
import { findOptionalSearch, insertSearch } from './searches.ts'
import { startForgetting } from './start-forgetting.ts'

const { connection } = await testDatabase()
const db = connect<Database>(connection)
afterAll(() => db.destroy())

const serviceId = await aService(db)
const staffId = await aStaffMember(db, serviceId)
const searchedAt = Temporal.Instant.from('2026-03-02T09:00:00Z')
const within = <Result>(work: (scope: Scope) => Promise<Result>) =>
  inService(db, { serviceId, staffId }, work)
const kept = () => within(({ db: trx }) => trx.selectFrom('searches').select('text').execute())

it('is read back for a day, by who searched', async () => {
  await within(async scope => {
    const id = await insertSearch(scope, { staffId, text: 'Quill', searchedAt })
    const after = (hours: number, by = staffId) =>
      findOptionalSearch(scope, { id, staffId: by, now: searchedAt.add({ hours }) })
    expect(await after(23)).toBe('Quill')
    expect(await after(24)).toBeUndefined()
    expect(await after(1, serviceId)).toBeUndefined()
  })
})

it('is deleted after a day though nobody searches again', async () => {
  const forgetOn = async (day: string) => {
    const onError = (error: unknown) => {
      throw error
    }
    await startForgetting(db, { clock: clockFixedOn(plainDate(day)), onError }).stop()
  }
  await forgetOn('2026-03-02')
  expect(await kept()).toEqual([{ text: 'Quill' }])
  await forgetOn('2026-03-04')
  expect(await kept()).toEqual([])
})
