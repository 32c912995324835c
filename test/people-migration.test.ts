import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { connect } from '#platform/db/connect.ts'
import { migrateTo } from '#platform/db/migrate.ts'
import { dropDatabase, onServer, serverAddress } from '#test/database-server.ts'

const address = await serverAddress(inject('testRunFolder'))
const name = `test_${randomUUID().replaceAll('-', '')}`
await onServer(address('postgres'), async client => {
  await client.query(`create database ${name} encoding 'UTF8' template template0`)
})
const db = connect<never>({ connectionString: address(name) })
afterAll(async () => {
  await db.destroy()
  await onServer(address('postgres'), client => dropDatabase(client, name))
})

const services = [randomUUID(), randomUUID()] as const

interface Moved {
  readonly child: string
  readonly kind: string
  readonly givenName: string
  readonly familyName: string | null
  readonly phone: string | null
  readonly note: string | null
  readonly known: string | null
}

describe('people as records of their own', () => {
  it('keep every name and number there was, and make one person of a child named in two files', async () => {
    await migrateTo(db, '0027-daily-mails')
    for (const service of services) await inService(service, fillService(service))
    await migrateTo(db, '0034-people')
    for (const service of services) {
      const rows = await inService(
        service,
        sql<Moved>`
          select c.given_name as child, r.kind, p.given_name, p.family_name, p.phone, r.note, k.given_name as known
          from relationships r
          join children c on c.service_id = r.service_id and c.id = r.child_id
          join people p on p.service_id = r.service_id and p.id = r.person_id
          left join children k on k.service_id = r.service_id and k.person_id = p.id
          order by c.given_name, r.kind`,
      )
      const bo = { givenName: 'Bo Lee', familyName: 'Ash', phone: null, known: 'Bo' }
      const nan = { givenName: 'Nan', familyName: null, phone: null, known: null, note: null }
      expect(rows).toEqual([
        {
          child: 'Al',
          kind: 'mother',
          givenName: 'Mo',
          familyName: 'Ash',
          phone: '07700 900001',
          known: null,
          note: null,
        },
        { child: 'Al', kind: 'sibling', ...bo, note: 'Telephone: 07700 900002' },
        { child: 'Cy', kind: 'grandparent', ...nan },
        { child: 'Cy', kind: 'sibling', ...bo, note: null },
      ])
      const [counts] = await inService(
        service,
        sql<{ people: number; history: number }>`
          select (select count(*)::int from people) as people,
            (select count(*)::int from row_history where was ->> 'name' = 'Mo  Ash') as history`,
      )
      expect(counts).toEqual({ people: 3, history: 1 })
    }
  })
})

function fillService(id: string) {
  const [al, bo, cy] = [randomUUID(), randomUUID(), randomUUID()]
  return sql`
    with
      made as (insert into services (id, name, area_name, nation, police_force)
        values (${id}, 'A', 'A', 'England', 'A') returning id),
      born as (insert into children (service_id, id, given_name, family_name, born_on, sex, match_keys)
        select made.id, one.id, one.name, 'Ash', '2010-01-01', 'male', '{}'
        from made, (values (${al}::uuid, 'Al'), (${bo}::uuid, 'Bo'), (${cy}::uuid, 'Cy')) one (id, name)
        returning id)
    insert into relationships (service_id, child_id, kind, name, phone, related_child_id)
    values
      (${id}, ${al}, 'mother', 'Mo  Ash', '07700 900001', null),
      (${id}, ${al}, 'sibling', 'Bo Lee Ash', '07700 900002', ${bo}),
      (${id}, ${cy}, 'sibling', 'Bo Lee Ash', null, ${bo}),
      (${id}, ${cy}, 'grandparent', 'Nan', null, null)`
}

async function inService<Row>(
  service: string,
  statement: { execute: (db: never) => Promise<{ rows: Row[] }> },
): Promise<Row[]> {
  return await db.transaction().execute(async trx => {
    await sql`select set_config('alongside.service_id', ${service}, true)`.execute(trx)
    return (await statement.execute(trx as never)).rows
  })
}
