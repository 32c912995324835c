import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { KyselyPlugin } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { connect } from '#platform/db/connect.ts'
import type { Database } from '#records/schema.ts'
import { inService } from '#records/scope.ts'
import {
  aChild,
  anIntervention,
  anOffence,
  aPlan,
  aReferral,
  aService,
  aStaffMember,
} from '#test/builders.ts'
import { testDatabase } from '#test/database.ts'
import { importService } from '../importing/import-service.ts'
import { aChildLine } from '../testing/a-child-line.ts'
import { aHeader, aPanelLine, writeServiceFile } from '../testing/a-service-file.ts'
import { idOf } from '../testing/ids.ts'
import { exportService } from './export-service.ts'

const { connection } = await testDatabase()
const db = connect<Database>(connection)
const folder = await mkdtemp(path.join(tmpdir(), 'alongside-export-'))
afterAll(async () => {
  await Promise.all([db.destroy(), rm(folder, { recursive: true })])
})

async function linesOf(serviceId: string, from = db): Promise<string[]> {
  const lines: string[] = []
  await exportService(from, serviceId, line => void lines.push(line))
  return lines
}

/** Counts the statements that are sent to the database. */
function counting() {
  const seen = { statements: 0 }
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      seen.statements += 1
      return node
    },
    transformResult: async ({ result }) => result,
  }
  return { seen, counted: db.withPlugin(plugin) }
}

async function statementsFor(serviceId: string, children: number): Promise<number> {
  const file = path.join(folder, 'service.jsonl')
  const header = aHeader()
  header.service.id = serviceId
  const lines = Array.from({ length: children }, (_, index) => aChildLine(index * 100 + 1000))
  await writeServiceFile(file, [header, aPanelLine(), ...lines])
  expect(await importService(db, file, { today: plainDate('2026-03-11') })).toMatchObject({
    imported: children,
  })
  const { seen, counted } = counting()
  await linesOf(serviceId, counted)
  return seen.statements
}

describe('an export', () => {
  it('asks the database as often for fifty children as for one', async () => {
    expect(await statementsFor(idOf(2), 50)).toBe(await statementsFor(idOf(3), 1))
  })

  it('has no service but the one asked for', async () => {
    const serviceId = await aService(db, { name: 'Another service' })
    const lines = await linesOf(serviceId)
    expect(lines.map(line => (JSON.parse(line) as { record: string }).record)).toEqual([
      'service',
      'end',
    ])
    expect(lines[0]).toContain('Another service')
  })

  it('puts an offence in its referral, or in the child when it has none', async () => {
    const serviceId = await aService(db)
    await inService(db, { serviceId, staffId: null }, async scope => {
      const childId = await aChild(scope)
      await anOffence(scope, { childId, referralId: await aReferral(scope, { childId }) })
      await anOffence(scope, { childId, title: 'Seen in court' })
    })
    const child = JSON.parse((await linesOf(serviceId))[1] ?? '') as Record<string, unknown>
    expect(child).toMatchObject({
      referrals: [{ offences: [{ title: 'Theft of a bike' }] }],
      offences: [{ title: 'Seen in court' }],
    })
  })

  it('refuses to write down a plan that belongs to two children', async () => {
    const serviceId = await aService(db)
    const authorId = await aStaffMember(db, serviceId)
    await inService(db, { serviceId, staffId: null }, async scope => {
      const [one, other] = [await aChild(scope), await aChild(scope)]
      const interventionId = await anIntervention(scope, { childId: one })
      await aPlan(scope, { childId: other, interventionId, authorId })
    })
    await expect(linesOf(serviceId)).rejects.toThrow('belongs to two children')
  })

  it('is written to the audit', async () => {
    const serviceId = await aService(db)
    await linesOf(serviceId)
    const entries = await inService(db, { serviceId, staffId: null }, scope =>
      scope.db
        .selectFrom('auditEntries')
        .select(['action', 'childId'])
        .where('serviceId', '=', serviceId)
        .execute(),
    )
    expect(entries).toEqual([{ action: 'service.exported', childId: null }])
  })

  it('of a service that is not there fails', async () => {
    await expect(linesOf(idOf(77))).rejects.toThrow('no such service')
  })
})
