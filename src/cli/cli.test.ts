import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { ruleBook } from '#domain/rules/rule-book.ts'
import { connect } from '#platform/db/connect.ts'
import type { Database } from '#records/schema.ts'
import { inService } from '#records/scope.ts'
import { aChild, anAllocation, anIntervention, aService, aStaffMember } from '#test/builders.ts'
import { testDatabase } from '#test/database.ts'

const { connection, url } = await testDatabase()
const db = connect<Database>(connection)
afterAll(() => db.destroy())

const serviceId = await aService(db)
const staffId = await aStaffMember(db, serviceId)
const childId = await inService(db, { serviceId, staffId: null }, async scope => {
  const child = await aChild(scope, { givenName: 'Secret', familyName: 'Name' })
  const interventionId = await anIntervention(scope, {
    childId: child,
    startedOn: plainDate('2026-02-02'),
  })
  await anAllocation(scope, { childId: child, interventionId, staffId })
  return child
})

interface Ran {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

const program = fileURLToPath(new URL('./alongside.ts', import.meta.url))

/** Runs the real program against the test's database. */
async function alongside(...words: string[]): Promise<Ran> {
  const child = spawn(process.execPath, [program, ...words], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const texts = { out: '', err: '' }
  child.stdout.on('data', part => (texts.out += String(part)))
  child.stderr.on('data', part => (texts.err += String(part)))
  const status = await new Promise<number | null>(resolve => child.once('close', resolve))
  return { status, ...texts }
}

describe('the command line', () => {
  it('prints what is owed as JSON alone, with citations and without names', async () => {
    const { status, out, err } = await alongside('duties', '--as-of', '2026-02-20', '--json')
    expect(err).toBe('')
    expect(status).toBe(0)
    const printed: unknown = JSON.parse(out)
    expect(printed).toMatchObject({
      asOf: '2026-02-20',
      duties: [
        {
          ruleId: 'OM-2.1-visit',
          childId,
          state: 'open',
          citation: { source: 'OM', section: '2.1' },
        },
        { ruleId: 'OM-2.1-agreement', childId },
      ],
    })
    expect(out).not.toContain('Secret')
  })

  it('answers for a day in the past as the record stood then', async () => {
    const { out } = await alongside('duties', '--as-of', '2026-01-20', '--json')
    expect(JSON.parse(out)).toEqual({ asOf: '2026-01-20', duties: [] })
  })

  it('prints the figures of a period, and who is behind them when asked', async () => {
    const period = ['--from', '2026-02-01', '--to', '2026-02-28']
    const { status, out } = await alongside(
      'measures',
      ...period,
      '--measure',
      'interventions',
      '--children',
      '--json',
    )
    expect(status).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      measures: [{ measureId: 'interventions', rows: [{ childId, answer: 'counted' }] }],
    })
    expect(out).not.toContain('Secret')
  })

  it('prints the rules with the service’s numbers beside those of the sources', async () => {
    await inService(db, { serviceId, staffId }, scope =>
      scope.db
        .insertInto('policyChanges')
        .values({
          serviceId,
          ruleId: 'OM-4.1-signed',
          parameter: 'signWithin',
          value: 7,
          holdsFrom: plainDate('2026-01-01'),
          reason: 'Sooner is kinder.',
          changedBy: staffId,
        })
        .execute(),
    )
    const { status, out, err } = await alongside('rules', '--json')
    expect([status, err]).toEqual([0, ''])
    const printed = JSON.parse(out) as { rules: { id: string }[] }
    expect(printed.rules.map(({ id }) => id)).toEqual(ruleBook.map(({ id }) => id))
    expect(printed.rules.find(({ id }) => id === 'OM-4.1-signed')).toMatchObject({
      kind: 'duty',
      source: 'OM',
      section: '4.1',
      parameters: [{ key: 'signWithin', unit: 'working days', number: 7, sourceNumber: 10 }],
      exception: { by: 'manager', what: 'Wait with signing the plan' },
      isLive: true,
      waitsFor: null,
      isOn: true,
    })
  })

  it.each([
    [['rules', '--service', 'none', '--json'], /service/i],
    [['duties', '--as-of', 'tomorrow'], /like --as-of 2026-03-01/],
    [['duties', '--as-of', '2026-02-20', '--child', 'Robin'], /--child takes the id/],
    [['duties', '--as-of', '2026-02-20', '--child', serviceId], /no child with this id/],
    [['measures', '--from', '2026-02-01'], /The last day must be a real date/],
    [
      ['measures', '--from', '2026-02-01', '--to', '2026-02-28', '--measure', 'kpi-99'],
      /There are: /,
    ],
    [['demo'], /already/],
    [['dance'], /no command/],
  ])('says plainly what is wrong with %j, and ends as failed', async (words, message) => {
    const { status, out, err } = await alongside(...words)
    expect(status).not.toBe(0)
    expect(err).toMatch(message)
    expect(err).not.toMatch(/\n\s+at /)
    expect(out).toBe('')
  })

  it('prints the schema of the exchange format', async () => {
    const { status, out } = await alongside('schema')
    expect(status).toBe(0)
    expect(JSON.parse(out)).toHaveProperty('$schema')
  })

  it('verifies the chain of the audit', async () => {
    const { status, out } = await alongside('audit', 'verify')
    expect(status).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ services: [{ service: serviceId, fault: null }] })
  })

  it('exports what it imports again without a change', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'alongside-cli-'))
    const file = path.join(folder, 'service.jsonl')
    const exported = await alongside('export', '--to', file)
    const imported = await alongside('import', file)
    rmSync(folder, { recursive: true })
    expect([exported.status, imported.status]).toEqual([0, 0])
    expect(JSON.parse(imported.out)).toMatchObject({ imported: 0, refused: [] })
  })

  it('lists every setting with its default', async () => {
    const { status, out } = await alongside('serve', '--help')
    expect(status).toBe(0)
    expect(out).toContain('ALONGSIDE_DATA')
    expect(out).toContain('(default: 3000)')
  })
})
