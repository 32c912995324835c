import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { connect } from '#platform/db/connect.ts'
import { migrateTo, migrateToLatest } from '#platform/db/migrate.ts'
import { aChild, aService } from '#test/builders.ts'
import { testDatabase } from '#test/database.ts'
import type { Database } from './schema.ts'
import { inService, type Scope } from './scope.ts'
import { makeEveryMissingSearchKey, refreshSearchKeys } from './search-keys.ts'

const { connection } = await testDatabase()
const db = connect<Database>(connection)
afterAll(() => db.destroy())

const keysOf = async (scope: Scope, childId: string) => {
  const rows = await scope.db
    .selectFrom('childSearchKeys')
    .select(['kind', 'key'])
    .where('serviceId', '=', scope.serviceId)
    .where('childId', '=', childId)
    .orderBy('key')
    .execute()
  return rows.map(({ kind, key }) => `${kind} ${key}`)
}

const asService = async <Result>(work: (scope: Scope) => Promise<Result>) =>
  await inService(db, { serviceId: await aService(db), staffId: null }, work)

describe('the keys of a child', () => {
  it('follow the name, and what it was before stays as a former name', async () => {
    await asService(async scope => {
      const childId = await aChild(scope, { givenName: 'Ann', familyName: 'Vole' })
      expect(await keysOf(scope, childId)).toEqual([
        'made made:1',
        'name name:ann',
        'name name:vole',
      ])
      const child = scope.db.updateTable('children').set({ givenName: 'Alex' })
      await child.where('serviceId', '=', scope.serviceId).where('id', '=', childId).execute()
      await refreshSearchKeys(scope, childId)
      expect(await keysOf(scope, childId)).toEqual([
        'made made:1',
        'name name:alex',
        'former-name name:ann',
        'name name:vole',
      ])
    })
  })

  it('keep the spellings of a word once, however many have it', async () => {
    await asService(async scope => {
      const count = async () => {
        const row = await scope.db
          .selectFrom('searchSpellings')
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .where('serviceId', '=', scope.serviceId)
          .executeTakeFirstOrThrow()
        return row.count
      }
      await aChild(scope)
      const once = await count()
      await aChild(scope)
      expect(await count()).toBe(once)
      expect(once).toBeGreaterThan(10)
    })
  })
})

describe('a database of before', () => {
  it('gets the keys of its children when the application starts, once, in every service', async () => {
    await sql`drop schema public cascade; create schema public`.execute(db)
    await migrateTo(db, '0027-daily-mails')
    const services = [await aService(db), await aService(db)]
    const children = services.flatMap(serviceId =>
      Array.from({ length: 501 }, (_, at) => ({ serviceId, familyName: `Vole ${at}` })),
    )
    for (const serviceId of services) {
      await inService(db, { serviceId, staffId: null }, async scope => {
        const names = children.filter(one => one.serviceId === serviceId)
        await sql`
          insert into children (service_id, given_name, family_name, born_on, sex, match_keys)
          select ${serviceId}::uuid, 'Ann', name, '2011-02-03', 'female', '{}'
          from unnest(${names.map(one => one.familyName)}::text[]) as name`.execute(scope.db)
      })
    }
    await migrateToLatest(db)
    expect(await makeEveryMissingSearchKey(db)).toBe(children.length)
    for (const serviceId of services) {
      const made = await inService(db, { serviceId, staffId: null }, scope =>
        scope.db
          .selectFrom('childSearchKeys')
          .select('childId')
          .distinct()
          .where('serviceId', '=', serviceId)
          .where('key', '=', 'name:vole')
          .execute(),
      )
      expect(made.length).toBe(501)
    }
    expect(await makeEveryMissingSearchKey(db)).toBe(0)
  })

  it('is helped by two that start at once, and each child only once', async () => {
    await inService(db, { serviceId: await aService(db), staffId: null }, async scope => {
      await sql`
        insert into children (service_id, given_name, family_name, born_on, sex, match_keys)
        select ${scope.serviceId}::uuid, 'Ann', 'Vole', '2011-02-03', 'female', '{}'
        from generate_series(1, 600)`.execute(scope.db)
    })
    const made = await Promise.all([makeEveryMissingSearchKey(db), makeEveryMissingSearchKey(db)])
    expect(made.reduce((sum, one) => sum + one, 0)).toBe(600)
  })
})
