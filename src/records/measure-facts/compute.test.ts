import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { figureValue } from '#domain/measures/figures.ts'
import { measureIds, type MeasureId } from '#domain/measures/measure-list.ts'
import type { MeasureResult } from '#domain/measures/run-measures.ts'
import { connect } from '#platform/db/connect.ts'
import { testDatabase } from '#test/database.ts'
import type { Database } from '../schema.ts'
import { inService } from '../scope.ts'
import { childNamesFor } from './child-names.ts'
import { computeMeasure, computeMeasures } from './compute.ts'
import {
  addChild,
  addIntervention,
  addMany,
  addName,
  addOffence,
  addOutcome,
  addPopulation,
  addReferral,
  aService,
  type MeasuredService,
} from './testing/measured-service.ts'
import { countStatements } from './testing/count-statements.ts'

const database = await testDatabase()
const db: Kysely<Database> = connect<Database>(database.connection)
afterAll(() => db.destroy())

const asked = {
  period: { from: plainDate('2024-01-01'), to: plainDate('2024-12-31') },
  asOf: plainDate('2026-10-01'),
}

function compute(service: MeasuredService, id: MeasureId, question = asked) {
  return inService(db, service, scope => computeMeasure(scope, id, question))
}

function numbers(result: MeasureResult): Record<string, number | string | null> {
  return Object.fromEntries(
    result.figures.flatMap(({ id, numerator, denominator }) => [
      [id, numerator],
      [`${id} of`, denominator],
    ]),
  )
}

describe('the out-of-court table', () => {
  it('counts the disposals of the period under the services own names', async () => {
    const service = await aService(db)
    await addName(service, {
      id: 'divert-plus',
      kind: 'community-resolution',
      name: 'Divert plus',
      sortOrder: 2,
    })
    await addName(service, {
      id: 'divert',
      kind: 'community-resolution',
      name: 'Divert',
      sortOrder: 1,
    })
    const kai = await addChild(service)
    await addOutcome(service, kai, {
      kind: 'community-resolution',
      localName: 'divert',
      decidedOn: '2024-01-01',
    })
    await addOutcome(service, kai, { kind: 'youth-conditional-caution', decidedOn: '2023-11-01' })
    await addOutcome(service, kai, {
      kind: 'youth-caution',
      decidedOn: '2024-12-31',
      residence: 'other',
    })
    await addOutcome(service, kai, { kind: 'no-further-action', decidedOn: '2024-05-01' })
    await addOutcome(service, kai, { kind: 'referral-order', decidedOn: '2024-05-01' })
    await addOutcome(service, kai, { kind: 'outcome-22', decidedOn: '2025-01-01' })

    const result = await compute(service, 'out-of-court')
    expect(numbers(result)).toMatchObject({
      all: 2,
      'kind-divert': 1,
      'kind-divert-plus': 0,
      'kind-youth-caution': 1,
      'youth-cautions-after-higher': 1,
      'another-area': 1,
    })
    expect(result.figures.slice(1, 3).map(figure => figure.label)).toEqual([
      'Divert',
      'Divert plus',
    ])
    expect(result.rows.map(row => row.answer).toSorted()).toEqual([
      'counted',
      'counted',
      'excluded',
    ])
  })

  it('knows nothing of what is decided after the day the question is asked', async () => {
    const service = await aService(db)
    const kai = await addChild(service)
    await addOutcome(service, kai, { kind: 'youth-caution', decidedOn: '2024-03-02' })
    const on = (day: string) => compute(service, 'out-of-court', { ...asked, asOf: plainDate(day) })
    expect(numbers(await on('2024-03-01'))).toMatchObject({ all: 0 })
    expect(numbers(await on('2024-03-02'))).toMatchObject({ all: 1 })
    expect(numbers(await on('2023-12-31'))).toMatchObject({ all: 0 })
  })
})

describe('re-offending', () => {
  it('finds offences up to twelve months after the last day of the period', async () => {
    const service = await aService(db)
    const kai = await addChild(service)
    const own = await addReferral(service, kai)
    const disposal = await addOutcome(service, kai, {
      kind: 'youth-caution',
      decidedOn: '2024-12-31',
      referralId: own,
    })
    await addOffence(service, kai, {
      occurredOn: '2025-02-01',
      referralId: own,
      outcomes: [disposal],
    })
    expect((await compute(service, 'reoffending-12-months')).rows).toMatchObject([
      { answer: 'in-denominator' },
    ])

    const later = await addOutcome(service, kai, {
      kind: 'referral-order',
      decidedOn: '2026-02-01',
    })
    await addOffence(service, kai, { occurredOn: '2025-12-31', outcomes: [later] })
    const result = await compute(service, 'reoffending-12-months')
    expect(result.rows).toMatchObject([{ id: disposal, answer: 'counted' }])
    expect(result.rows[0]?.reason).toContain('31 December 2025 led to a referral order')
  })

  it('tells an undecided offence from one whose referral was closed', async () => {
    const service = await aService(db)
    const [kai, sam] = [await addChild(service), await addChild(service)]
    for (const child of [kai, sam]) {
      await addOutcome(service, child, { kind: 'community-resolution', decidedOn: '2024-02-01' })
    }
    const open = await addReferral(service, kai)
    const closed = await addReferral(service, sam, { closedOn: '2024-09-01' })
    await addOffence(service, kai, { occurredOn: '2024-06-01', referralId: open })
    await addOffence(service, sam, { occurredOn: '2024-06-01', referralId: closed })
    const result = await compute(service, 'reoffending-12-months')
    const answers = new Map(result.rows.map(row => [row.childId, row.answer]))
    expect([answers.get(kai), answers.get(sam)]).toEqual(['unknown', 'in-denominator'])
    expect(numbers(result)).toMatchObject({
      'reoffended-community-resolution of': 1,
      'unknown-community-resolution': 1,
    })
  })
})

describe('first-time entrants', () => {
  it('looks at all time, at every record of the child, and rates by the latest population', async () => {
    const service = await aService(db)
    await addPopulation(service, '2020-06-30', 10)
    await addPopulation(service, '2024-12-31', 20_000)
    await addPopulation(service, '2025-01-01', 999)
    const number = { originatingServiceId: 'A-17' }
    const [kai, sam, ash, twin] = [
      await addChild(service),
      await addChild(service),
      await addChild(service, number),
      await addChild(service, { originatingServiceId: ' A-17 ' }),
    ]
    for (const child of [kai, sam, ash]) {
      const caution = await addOutcome(service, child, {
        kind: 'youth-caution',
        decidedOn: '2024-05-01',
      })
      await addOffence(service, child, { occurredOn: '2024-03-01', outcomes: [caution] })
    }
    for (const child of [sam, twin]) {
      const before = await addOutcome(service, child, {
        kind: 'youth-caution',
        decidedOn: '2021-05-01',
      })
      await addOffence(service, child, { occurredOn: '2021-03-01', outcomes: [before] })
    }

    const result = await compute(service, 'first-time-entrants')
    expect(result.rows.filter(row => row.answer === 'counted').map(row => row.childId)).toEqual([
      kai,
    ])
    expect(result.rows).toHaveLength(3)
    const rate = result.figures.find(figure => figure.id === 'rate')
    expect(rate && figureValue(rate)).toBe(5)
    expect(result.rateOf).toMatchObject({ childrenCount: 20_000 })
  })

  it('takes the earliest offence of an outcome for the age', async () => {
    const service = await aService(db)
    const kai = await addChild(service, { bornOn: '2010-06-15' })
    const caution = await addOutcome(service, kai, {
      kind: 'youth-caution',
      decidedOn: '2024-05-01',
    })
    await addOffence(service, kai, { occurredOn: '2024-03-01', outcomes: [caution] })
    await addOffence(service, kai, { occurredOn: '2020-06-14', outcomes: [caution] })
    const result = await compute(service, 'first-time-entrants')
    expect(result.rows).toMatchObject([{ answer: 'excluded' }])
    expect(result.rows[0]?.reason).toContain('Aged 9 at the offence')
    expect(result.figures.find(figure => figure.id === 'rate')).toMatchObject({
      denominator: 'unknown',
    })
  })
})

describe('KPI 6', () => {
  it('takes programmes that ended in the period, with the outcomes they served', async () => {
    const service = await aService(db)
    const kai = await addChild(service, { ethnicity: 'black-african', sex: 'male' })
    const caution = await addOutcome(service, kai, {
      kind: 'youth-caution',
      decidedOn: '2023-10-01',
    })
    const order = await addOutcome(service, kai, {
      kind: 'referral-order',
      decidedOn: '2023-10-02',
    })
    const work = { startedOn: '2023-11-01', endedOn: '2024-01-01' }
    await addIntervention(service, kai, {
      ...work,
      result: 'completed',
      outcomes: [caution, order],
    })
    await addIntervention(service, kai, { ...work, result: null, outcomes: [caution] })
    await addIntervention(service, kai, { ...work, result: 'completed', outcomes: [] })
    await addIntervention(service, kai, {
      ...work,
      endedOn: null,
      result: null,
      outcomes: [caution],
    })
    await addIntervention(service, kai, {
      ...work,
      endedOn: '2023-12-31',
      result: null,
      outcomes: [caution],
    })

    expect(numbers(await compute(service, 'kpi-6'))).toMatchObject({
      headline: 1,
      'headline of': 1,
      '6a': 1,
      '6a of': 2,
      'missing-result': 1,
      '6b-youth-caution-completed': 1,
      '6c-ethnicity-black-or-black-british-completed': 1,
      '6c-sex-male-completed': 1,
    })
  })
})

describe('interventions', () => {
  it('counts those that started in the period, and their children', async () => {
    const service = await aService(db)
    const kai = await addChild(service)
    for (const startedOn of ['2023-12-31', '2024-01-01', '2024-12-31', '2025-01-01']) {
      await addIntervention(service, kai, { startedOn, endedOn: null, result: null, outcomes: [] })
    }
    expect(numbers(await compute(service, 'interventions'))).toMatchObject({ all: 2, children: 1 })
  })
})

describe('all measures', () => {
  let busy: MeasuredService
  beforeAll(async () => {
    busy = await aService(db)
    await addMany(busy, 2)
  })

  it("never count another service's rows", async () => {
    const other = await aService(db)
    await addPopulation(other, '2020-01-01', 500)
    const results = await inService(db, other, scope => computeMeasures(scope, asked))
    expect(results.map(result => result.measureId)).toEqual(measureIds)
    for (const { rows, figures } of results) {
      expect(rows).toEqual([])
      expect(figures.every(figure => figure.numerator === 0)).toBe(true)
    }
    const own = await inService(db, busy, scope => computeMeasures(scope, asked))
    expect(own.every(result => result.rows.length > 0)).toBe(true)
  })

  it('take as many statements for many rows as for few', async () => {
    const ask = () =>
      countStatements(db, busy, async scope => {
        await computeMeasures(scope, asked)
      })
    const few = await ask()
    await addMany(busy, 20)
    expect(await ask()).toBe(few)
    expect(few).toBeLessThanOrEqual(10)
  })

  it('give the same answer together as one by one', async () => {
    const together = await inService(db, busy, scope => computeMeasures(scope, asked))
    for (const result of together) {
      const id = measureIds.find(each => each === result.measureId) ?? 'kpi-6'
      expect((await compute(busy, id)).figures).toEqual(result.figures)
    }
  })
})

const officer = {
  id: randomUUID(),
  teamId: null,
  reach: 'whole-service',
  today: plainDate('2026-10-01'),
  now: Temporal.Instant.from('2026-10-01T09:00:00Z'),
} as const

describe('the names behind a figure', () => {
  it("gives the service's own children by the name they are known by, and nobody else's", async () => {
    const [service, other] = [await aService(db), await aService(db)]
    const kai = await addChild(service, {
      knownAs: 'Kai',
      givenName: 'Kailan',
      familyName: 'Ashdown',
    })
    const sam = await addChild(service, { givenName: 'Sam', familyName: 'Birch' })
    const theirs = await addChild(other)
    const names = await inService(db, service, scope =>
      childNamesFor(scope, officer, [kai, sam, kai, theirs, randomUUID()]),
    )
    expect(names).toEqual(
      new Map([
        [kai, 'Kai Ashdown'],
        [sam, 'Sam Birch'],
      ]),
    )
    expect(await inService(db, service, scope => childNamesFor(scope, officer, []))).toEqual(
      new Map(),
    )
  })
})
