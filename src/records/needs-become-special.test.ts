import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, expect, inject, it } from 'vitest'
import { connect } from '#platform/db/connect.ts'
import { migrateTo, migrateToLatest } from '#platform/db/migrate.ts'
import { dropDatabase, onServer, serverAddress } from '#test/database-server.ts'

const address = await serverAddress(inject('testRunFolder'))
const name = `test_${randomUUID().replaceAll('-', '')}`
await onServer(address('postgres'), async client => {
  await client.query(`create database ${name} template template0`)
})
const db = connect<never>({ connectionString: address(name) })
afterAll(async () => {
  await db.destroy()
  await onServer(address('postgres'), client => dropDatabase(client, name))
})

it('keeps every word of circumstances from before, in each service', async () => {
  await migrateTo(db, '0027-daily-mails')
  const services = [randomUUID(), randomUUID()]
  for (const service of services) {
    await db.connection().execute(async one => {
      await sql`select set_config('alongside.service_id', ${service}, false)`.execute(one)
      await sql`insert into services (id, name, area_name, nation, police_force)
        values (${service}, 'A', 'B', 'Wales', 'C')`.execute(one)
      await sql`with child as (
          insert into children (service_id, given_name, family_name, born_on, sex, match_keys)
          values (${service}, 'Robin', 'Example', '2011-06-15', 'female', '{}') returning id)
        insert into circumstances (service_id, child_id, kind, value, detail, started_on, source)
        select ${service}, child.id, kind, value, 'As it was', '2025-01-05', 'Family'
        from child, (values ('need', 'Dyslexia'), ('health', 'Asthma'), ('education', 'Fernhill School')) as was (kind, value)`.execute(
        one,
      )
    })
  }
  await migrateToLatest(db)
  for (const service of services) {
    const found = await db.connection().execute(async one => {
      await sql`select set_config('alongside.service_id', ${service}, false)`.execute(one)
      const { rows } = await sql`
        select kind, value, detail, facts from circumstances order by kind`.execute(one)
      return rows
    })
    const rest = { detail: 'As it was', facts: {} }
    expect(found).toEqual([
      { kind: 'education', value: 'Fernhill School', ...rest },
      { kind: 'health', value: 'Asthma', ...rest },
      { kind: 'special-need', value: 'Dyslexia', ...rest, facts: { identified: 'not-known' } },
    ])
  }
})
