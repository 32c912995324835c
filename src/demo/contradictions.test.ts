import { afterAll, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { contradictionsIn } from '#domain/circumstances/contradictions.ts'
import { listCircumstances } from '#records/circumstances.ts'
import { connect } from '#platform/db/connect.ts'
import type { Database } from '#records/schema.ts'
import { inService } from '#records/scope.ts'
import { testDatabase } from '#test/database.ts'
import { makeDemonstration } from './make-demonstration.ts'

const { connection } = await testDatabase()
const db = connect<Database>(connection)
afterAll(() => db.destroy())

const today = plainDate('2026-11-18')

it('has children whose lives changed, and some records that do not fit together', async () => {
  const { serviceId } = await makeDemonstration(db, { seed: 1, today })
  const children = await inService(db, { serviceId, staffId: null }, async scope => {
    const open = await scope.db
      .selectFrom('interventions')
      .select('childId')
      .distinct()
      .where('serviceId', '=', serviceId)
      .where('endedOn', 'is', null)
      .execute()
    const lives = []
    for (const { childId } of open) lives.push(await listCircumstances(scope, childId))
    return lives
  })
  const withSchools = children.filter(
    spells => spells.filter(({ kind }) => kind === 'education').length > 1,
  )
  const unfit = children.filter(spells => contradictionsIn(spells, today).length > 0)
  expect(withSchools.length).toBeGreaterThan(children.length / 2)
  expect(unfit.length).toBeGreaterThan(2)
  expect(unfit.length).toBeLessThan(children.length / 3)
})
