import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Kysely } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { makeDemonstration } from '#demo/make-demonstration.ts'
import { connect } from '#platform/db/connect.ts'
import { readDuties } from '#records/duties.ts'
import { computeMeasures } from '#records/measure-facts/compute.ts'
import type { Database } from '#records/schema.ts'
import { inService } from '#records/scope.ts'
import { testDatabase } from '#test/database.ts'
import { importService } from './importing/import-service.ts'
import { exportService } from './writing/export-service.ts'

const today = plainDate('2026-03-11')
const databases = [await testDatabase(), await testDatabase()]
const [db, emptyDb] = databases.map(database => connect<Database>(database.connection))
if (db === undefined || emptyDb === undefined) throw new Error('Two databases are needed')
const folder = await mkdtemp(path.join(tmpdir(), 'alongside-exchange-'))
const file = path.join(folder, 'service.jsonl')
let serviceId: string

async function exported(from: Kysely<Database>): Promise<string> {
  const lines: string[] = []
  await exportService(from, serviceId, line => void lines.push(line))
  return lines.join('')
}

/** What is owed and counted. Equals may stand in another order: nothing tells them apart but when they were written. */
async function figures(from: Kysely<Database>): Promise<string[]> {
  const published = { from: plainDate('2021-06-15'), to: plainDate('2022-06-14') }
  const recent = { from: plainDate('2025-04-01'), to: plainDate('2026-03-11') }
  return await inService(from, { serviceId, staffId: null }, async scope => {
    const duties = await readDuties(scope, { of: 'service' }, today)
    const measures = [
      ...(await computeMeasures(scope, { period: published, asOf: today })),
      ...(await computeMeasures(scope, { period: recent, asOf: today })),
    ]
    const counted = measures.flatMap(({ figures: all }) =>
      all.map(figure => ({ ...figure, rowIds: figure.rowIds.toSorted() })),
    )
    const rows = measures.flatMap(measure => measure.rows)
    return [...duties, ...counted, ...rows].map(one => JSON.stringify(one)).toSorted()
  })
}

beforeAll(async () => {
  const made = await makeDemonstration(db, { seed: 1, today })
  serviceId = made.serviceId
  await writeFile(file, await exported(db))
})
afterAll(async () => {
  await Promise.all([db.destroy(), emptyDb.destroy(), rm(folder, { recursive: true })])
})

describe('a whole service', { timeout: 180_000 }, () => {
  it('is written as the same bytes twice', async () => {
    expect(await exported(db)).toBe(await exported(db))
  })

  it('comes back byte for byte from an empty database, owing and counting the same', async () => {
    const report = await importService(emptyDb, file, { today })
    expect(report).toMatchObject({ refused: [], alreadyThere: 0, waiting: 0 })
    const before = await exported(db)
    expect(report.imported).toBe(
      before.split('\n').filter(line => line.includes('"record":"child"')).length,
    )
    expect(await exported(emptyDb)).toBe(before)
    const expected = await figures(db)
    expect(expected.length).toBeGreaterThan(100)
    expect(await figures(emptyDb)).toEqual(expected)
  })

  it('changes nothing when it is imported again', async () => {
    const before = await exported(emptyDb)
    const report = await importService(emptyDb, file, { today })
    expect(report).toMatchObject({ imported: 0, refused: [], waiting: 0 })
    expect(await exported(emptyDb)).toBe(before)
    expect(await emptyDb.selectFrom('rowHistory').selectAll().execute()).toEqual([])
  })
})
