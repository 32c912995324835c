import { createHash } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { connect } from '#platform/db/connect.ts'
import type { Database } from '#records/schema.ts'
import { connectWithin, testDatabase } from '#test/database.ts'
import { makeDemonstration, type Demonstration } from './make-demonstration.ts'

const today = plainDate('2026-03-11')
const database = await testDatabase()
const secondDatabase = await testDatabase()
const empty = connect<Database>(database.connection)
const secondEmpty = connect<Database>(secondDatabase.connection)
let made: Demonstration
let db: Kysely<Database>

beforeAll(async () => {
  made = await makeDemonstration(empty, { seed: 1, today })
  db = connectWithin(database, made.serviceId)
})
afterAll(async () => {
  await Promise.all([empty.destroy(), secondEmpty.destroy(), db.destroy()])
})

async function numbers(query: ReturnType<typeof sql<Record<string, unknown>>>) {
  const { rows } = await query.execute(db)
  return rows
}

describe('the families', () => {
  it('have parents who were grown up, or nearly, when their children were born', async () => {
    const rows = await numbers(sql`
      with ages as (
        select extract(year from age(coalesce(c.born_on, p.born_on), q.born_on)) as years
        from family_links l
        join people q on q.id = l.from_person_id
        join people p on p.id = l.to_person_id
        left join children c on c.person_id = p.id
        where l.kind = 'parent' and l.nature = 'birth' and q.born_on is not null
          and coalesce(c.born_on, p.born_on) is not null)
      select count(*) > 100 as many, min(years) >= 17 as grown_up, max(years) <= 62 as not_old from ages`)
    expect(rows).toEqual([{ many: true, grownUp: true, notOld: true }])
  })
})

describe('the published year', () => {
  it('has 271 disposals from 15 June 2021 to 14 June 2022, by kind', async () => {
    const rows = await numbers(sql`
      select coalesce(local_name, kind) as name, count(*)::int as count from outcomes
      where decided_on between '2021-06-15' and '2022-06-14' and court is null
        and appeal in ('none', 'unchanged')
      group by 1 order by 1`)
    expect(rows).toEqual([
      { name: 'divert', count: 140 },
      { name: 'divert-plus', count: 55 },
      { name: 'youth-caution', count: 19 },
      { name: 'youth-conditional-caution', count: 57 },
    ])
  })

  it('gives 13 of the 19 youth cautions to children who had something higher before', async () => {
    const rows = await numbers(sql`
      select count(*)::int as count from outcomes caution
      where caution.kind = 'youth-caution' and caution.decided_on between '2021-06-15' and '2022-06-14'
        and exists (select from outcomes higher where higher.child_id = caution.child_id
          and higher.decided_on < caution.decided_on
          and (higher.kind = 'youth-conditional-caution' or higher.court is not null))`)
    expect(rows).toEqual([{ count: 13 }])
  })

  it('follows 187, 24 and 50 children with a disposal in 2021, of whom 20, 1 and 5 re-offended', async () => {
    const rows = await numbers(sql`
      with first_disposal as (
        select distinct on (child_id, kind) id, child_id, kind, decided_on, referral_id from outcomes
        where decided_on between '2021-01-01' and '2021-12-31'
          and kind in ('community-resolution', 'youth-caution', 'youth-conditional-caution')
        order by child_id, kind, decided_on)
      select kind, count(*)::int as children, count(*) filter (where exists (
        select from offences o
        join outcome_offences l on l.offence_id = o.id
        join outcomes later on later.id = l.outcome_id
        where o.child_id = d.child_id and o.occurred_on > d.decided_on
          and o.occurred_on <= d.decided_on + interval '12 months'
          and o.referral_id is distinct from d.referral_id
          and later.kind not in ('no-further-action', 'charge', 'outcome-22', 'deferred-prosecution')
          and later.appeal in ('none', 'unchanged')))::int as reoffended
      from first_disposal d group by kind order by kind`)
    expect(rows).toEqual([
      { kind: 'community-resolution', children: 187, reoffended: 20 },
      { kind: 'youth-caution', children: 24, reoffended: 1 },
      { kind: 'youth-conditional-caution', children: 50, reoffended: 5 },
    ])
  })

  it('leaves no later offence of these children undecided', async () => {
    const rows = await numbers(sql`
      select count(*)::int as count from offences o
      where not exists (select from outcome_offences l where l.offence_id = o.id)
        and exists (select from outcomes d where d.child_id = o.child_id
          and d.decided_on between '2021-01-01' and '2021-12-31')`)
    expect(rows).toEqual([{ count: 0 }])
  })

  it('has 68 first-time entrants in 2021, 95 in 100,000, and 97 in 2020, 140 in 100,000', async () => {
    const rows = await numbers(sql`
      with formal as (
        select o.child_id, o.decided_on, o.residence, row_number() over (
          partition by o.child_id order by o.decided_on, o.id) as place
        from outcomes o join children c on c.id = o.child_id
        join outcome_offences l on l.outcome_id = o.id join offences f on f.id = l.offence_id
        where o.appeal in ('none', 'unchanged')
          and o.kind not in ('no-further-action', 'charge', 'community-resolution', 'outcome-22', 'deferred-prosecution')
          and extract(year from age(f.occurred_on, c.born_on)) between 10 and 17)
      , entrants as (
        select extract(year from decided_on)::int as year, count(*) as entrants from formal
        where place = 1 and residence = 'local' group by 1)
      select year, entrants::int, round(entrants * 100000.0 / (select children_count from populations
        where measured_on <= make_date(year, 12, 31) order by measured_on desc limit 1))::int as rate
      from entrants where year in (2020, 2021) order by year`)
    expect(rows).toEqual([
      { year: 2020, entrants: 97, rate: 140 },
      { year: 2021, entrants: 68, rate: 95 },
    ])
  })

  it('begins 526 interventions with 454 children from June 2021 to May 2022, by route', async () => {
    const rows = await numbers(sql`
      select count(*)::int as all, count(distinct child_id)::int as children,
        count(*) filter (where kind in ('court-order', 'bail', 'custody'))::int as court
      from interventions where started_on between '2021-06-01' and '2022-05-31'`)
    expect(rows).toEqual([{ all: 526, children: 454, court: 139 }])
  })
})

describe('every record', () => {
  it('is of a child aged 10 to 17 when something was alleged or decided', async () => {
    const rows = await numbers(sql`
      select count(*)::int as count from children c
      join offences f on f.child_id = c.id
      left join outcome_offences l on l.offence_id = f.id
      left join outcomes o on o.id = l.outcome_id
      where extract(year from age(f.occurred_on, c.born_on)) not between 10 and 17
        or extract(year from age(o.decided_on, c.born_on)) not between 10 and 17`)
    expect(rows).toEqual([{ count: 0 }])
  })
})

describe('making it', () => {
  it('gives the same records for the same seed and day', async () => {
    const { serviceId } = await makeDemonstration(secondEmpty, { seed: 1, today })
    const secondDb = connectWithin(secondDatabase, serviceId)
    const second = await contentHash(secondDb).finally(() => secondDb.destroy())
    expect(second).toBe(await contentHash(db))
  })

  it('refuses a database that already holds a service', async () => {
    await expect(makeDemonstration(db, { seed: 1, today })).rejects.toThrow(
      'This database already holds a service (Amberdale Youth Justice Service)',
    )
  })

  it('says how much it made', () => {
    expect(made.counts.children).toBeGreaterThan(900)
    expect(made.counts.staff).toBe(25)
  })
})

/** All that the demonstration wrote, row by row, but for the numbers that the database gives by itself. */
async function contentHash(from: Kysely<Database>): Promise<string> {
  const hash = createHash('sha256')
  for (const table of Object.keys(made.counts)) {
    const name = table.replaceAll(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
    const { rows } = await sql<{ row: string }>`
      select row::text from (
        select ${table === 'auditEntries' ? sql`to_jsonb(t) - 'id' - 'transaction_id'` : sql`to_jsonb(t)`} as row
        from ${sql.table(name)} t) rows order by 1`.execute(from)
    for (const { row } of rows) hash.update(row)
  }
  return hash.digest('hex')
}
