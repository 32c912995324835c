import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect } from '#platform/db/connect.ts'
import { aService } from '#test/builders.ts'
import { testDatabase } from '#test/database.ts'
import type { Database } from './schema.ts'
import { inService } from './scope.ts'
import { listServices } from './services.ts'
import { dropConditions, insertAnyRow, serviceTables } from './testing/row-in-every-table.ts'

const { connection } = await testDatabase()
// One connection: what a scope leaves behind on it, the next statement would meet.
const db = connect<Database>({ ...connection, max: 1 })
afterAll(() => db.destroy())

const tables = await serviceTables(db)
const ours = { serviceId: await aService(db), staffId: null }
const theirs = { serviceId: await aService(db), staffId: null }

beforeAll(async () => {
  await dropConditions(db)
  for (const who of [ours, theirs]) {
    for (const table of tables) {
      await inService(db, who, scope => insertAnyRow(scope, table, who.serviceId))
    }
  }
})

const ownService = `(service_id = (NULLIF(current_setting('alongside.service_id'::text, true), ''::text))::uuid)`

describe('the catalogue', () => {
  it('binds every table with a service in it, and its owner too, to one service', async () => {
    const { rows } = await sql<{ table: string; qual: string | null; check: string | null }>`
      select c.relname as "table", p.qual, p.with_check as "check"
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace and n.nspname = current_schema()
      left join pg_policies p on p.schemaname = n.nspname and p.tablename = c.relname
        and p.policyname = 'own_service' and p.cmd = 'ALL' and c.relrowsecurity and c.relforcerowsecurity
      where c.relname = any(${tables.map(table => table.name)})
      order by c.relname`.execute(db)
    expect(rows).toEqual(
      tables.map(table => ({ table: table.name, qual: ownService, check: ownService })),
    )
  })

  it('has no other policy but those that are known here', async () => {
    const { rows } = await sql<{ policy: string }>`
      select tablename || '.' || policyname || ' for ' || cmd as policy from pg_policies
      where policyname <> 'own_service' or tablename <> all(${tables.map(table => table.name)})
      order by 1`.execute(db)
    expect(rows.map(row => row.policy)).toEqual([
      'accounts.signing_in for SELECT',
      'identity_links.signing_in for SELECT',
      'services.listed for SELECT',
      'services.own_service for ALL',
    ])
  })

  it('has tables to look at', () => {
    expect(tables.length).toBeGreaterThan(30)
  })
})

describe.each(tables)('a statement on $name that forgets the service', table => {
  const name = table.name as keyof Database
  const services = sql<{ serviceId: string }>`select service_id from ${sql.table(name)}`

  it('sees the rows of its own service only', async () => {
    for (const who of [ours, theirs]) {
      const seen = await inService(db, who, async scope => [
        ...(await scope.db
          .selectFrom(name)
          .select(sql<string>`service_id`.as('id'))
          .execute()),
        ...(await services.execute(scope.db)).rows.map(row => ({ id: row.serviceId })),
      ])
      expect(new Set(seen.map(row => row.id))).toEqual(new Set([who.serviceId]))
    }
  })

  it('sees nothing outside of a scope', async () => {
    expect((await services.execute(db)).rows).toEqual([])
    expect(
      await db
        .selectFrom(name)
        .select(sql`1`.as('one'))
        .execute(),
    ).toEqual([])
  })

  it('can neither add to another service, nor take from it, nor give to it', async () => {
    const added = inService(db, ours, scope => insertAnyRow(scope, table, theirs.serviceId))
    await expect(added).rejects.toThrow(/row-level security/)
    const outside = sql`update ${sql.table(name)} set service_id = ${ours.serviceId} where service_id = ${theirs.serviceId}`
    const taken = await inService(db, ours, scope => outside.execute(scope.db))
    expect(taken.numAffectedRows).toBe(0n)
    const given = inService(db, ours, scope =>
      sql`update ${sql.table(name)} set service_id = ${theirs.serviceId}`.execute(scope.db),
    )
    await expect(given).rejects.toThrow(/row-level security|never changed/)
  })
})

describe('the services themselves', () => {
  it('are listed outside of a scope, and changed only within their own', async () => {
    expect(await listServices(db)).toHaveLength(2)
    const renamed = await inService(db, ours, scope =>
      scope.db.updateTable('services').set({ name: 'Renamed' }).executeTakeFirst(),
    )
    expect(renamed.numUpdatedRows).toBe(1n)
    expect((await listServices(db)).map(service => service.name)).toContain('Test service')
  })
})

describe('a hot query', () => {
  it("finds a worker's allocations by their index", async () => {
    const { rows } = await inService(db, ours, async scope => {
      await sql`set local enable_seqscan = off`.execute(scope.db)
      return await sql<{ 'QUERY PLAN': string }>`
        explain select id from allocations
        where service_id = ${scope.serviceId} and staff_id = ${theirs.serviceId} and ended_on is null`.execute(
        scope.db.withoutPlugins(),
      )
    })
    const plan = rows.map(row => row['QUERY PLAN']).join('\n')
    expect(plan).toMatch(/allocations_by_staff/)
    expect(plan).toMatch(/Index Cond: .*staff_id = .*ended_on IS NULL/)
  })
})
