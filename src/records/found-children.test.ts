import { sql, type RawBuilder } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Temporal } from 'temporal-polyfill'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { readingsOf, readSearchBox } from '#domain/search/search-terms.ts'
import { connect } from '#platform/db/connect.ts'
import { aService, aStaffMember } from '#test/builders.ts'
import { testDatabase } from '#test/database.ts'
import { fillWithChildren, numberedChild } from '#test/many-children.ts'
import { candidatesStatement } from './found-children.ts'
import type { Database } from './schema.ts'
import { inService, type Scope } from './scope.ts'
import { makeEveryMissingSearchKey } from './search-keys.ts'
import { lookUpOf, selectSimilarWords, similarStatement } from './similar-words.ts'
import type { Viewer } from './visible-children.ts'

const { connection } = await testDatabase()
const db = connect<Database>(connection)
afterAll(() => db.destroy())

const serviceId = await aService(db)
const staffId = await aStaffMember(db, serviceId)
const within = <Result>(work: (scope: Scope) => Promise<Result>) =>
  inService(db, { serviceId, staffId }, work)
const viewer: Viewer = {
  id: staffId,
  teamId: null,
  reach: 'whole-service',
  today: plainDate('2026-03-02'),
  now: Temporal.Instant.from('2026-03-02T09:00:00Z'),
}

beforeAll(async () => {
  await within(scope => fillWithChildren(scope, 3000))
  await makeEveryMissingSearchKey(db)
  await sql`analyze children, child_search_keys, search_spellings`.execute(db)
}, 120_000)

/** As the application runs it: its own role, bound by row-level security. */
async function planOf(scope: Scope, statement: RawBuilder<unknown>): Promise<string> {
  const { rows } = await sql<{ 'QUERY PLAN': string }>`explain (costs off) ${statement}`.execute(
    scope.db.withoutPlugins(),
  )
  return rows.map(row => row['QUERY PLAN']).join('\n')
}

const child = numberedChild(7)

describe('the plan of a search', () => {
  it('is made under row-level security', async () => {
    const { rows } = await within(scope =>
      sql<{ table: string; isBound: boolean }>`
        select name as "table", row_security_active(name) as is_bound
        from unnest(array['children', 'child_search_keys', 'search_spellings']) as name`.execute(
        scope.db,
      ),
    )
    expect(rows.map(row => row.isBound)).toEqual([true, true, true])
  })

  it.each([
    ['a name', `${child.givenName} ${child.familyName}`],
    ['a misspelt name', `${child.familyName.slice(1)} ${child.givenName}x`],
    ['the beginning of a name', child.familyName.slice(0, 4)],
    ['name and year', `${child.familyName} ${child.bornOn.slice(0, 4)}`],
    ['postcode', child.postcode],
    ['number', child.number],
    ['address', child.address.split(',')[0] ?? ''],
    ['date of birth', child.bornOn],
  ])(
    'of %s reads what it finds by through an index, and no table from end to end',
    async (_by, text) => {
      await within(async scope => {
        const search = readSearchBox(text)
        const lookUp = lookUpOf(search)
        if (lookUp.begun.length > 0) {
          const plan = await planOf(scope, similarStatement(scope, lookUp))
          expect(plan).toMatch(/Index (Only )?Scan using search_spellings_pkey/u)
          expect(plan).toMatch(/Index Cond: .*spelling = ANY/u)
          expect(plan).toMatch(/Index Cond: .*spelling >= .*spelling </u)
          expect(plan).not.toMatch(/Seq Scan on search_spellings/u)
        }
        const readings = readingsOf(search, await selectSimilarWords(scope, search))
        const statement = candidatesStatement(scope, viewer, { search, readings })
        const plan = await planOf(scope, statement)
        const isByBirthAlone = readings.some(({ terms }) => terms.length === 0)
        expect(plan).toMatch(
          isByBirthAlone
            ? /Index Cond: .*born_on = /u
            : /using child_search_keys_pkey[^\n]*\n\s*Index Cond: .*key = ANY/u,
        )
        expect(plan).not.toMatch(/Seq Scan on (children|child_search_keys)/u)
      })
    },
  )
})
