import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { figureValue } from '#domain/measures/figures.ts'
import type { MeasureId } from '#domain/measures/measure-list.ts'
import type { MeasureResult } from '#domain/measures/run-measures.ts'
import { connect } from '#platform/db/connect.ts'
import { computeMeasure } from '#records/measure-facts/compute.ts'
import type { Database } from '#records/schema.ts'
import { inService } from '#records/scope.ts'
import { testDatabase } from '#test/database.ts'
import { makeDemonstration } from './make-demonstration.ts'

const { connection } = await testDatabase()
const db = connect<Database>(connection)
afterAll(() => db.destroy())

const today = plainDate('2026-11-18')
let serviceId = ''

beforeAll(async () => {
  serviceId = (await makeDemonstration(db, { seed: 1, today })).serviceId
})

const measured = async (id: MeasureId, from: string, to: string): Promise<MeasureResult> =>
  await inService(db, { serviceId, staffId: null }, scope =>
    computeMeasure(scope, id, {
      period: { from: plainDate(from), to: plainDate(to) },
      asOf: today,
    }),
  )

/** Number, whole and rounded value of the figure with this label, as a plan would print it. */
function printed({ figures }: MeasureResult, label: RegExp) {
  const figure = figures.find(one => label.test(one.label))
  if (figure === undefined) {
    throw new Error(`No figure ${label.source} among: ${figures.map(one => one.label).join('; ')}`)
  }
  const value = figureValue(figure)
  const percent = figure.kind === 'share' && value !== null ? Math.round(value * 1000) / 10 : value
  return { number: figure.numerator, of: figure.denominator, value: percent }
}

// Published figures of the Derbyshire youth justice plan 2022-2023 (source key DP).
describe('the demonstration, counted by the measures', () => {
  it('had 271 out-of-court disposals in the year to 14 June 2022', async () => {
    const result = await measured('out-of-court', '2021-06-15', '2022-06-14')
    const share = (label: RegExp) => {
      const { number, of, value } = printed(result, label)
      return [number, of, value]
    }
    expect(result.figures[0]?.numerator).toBe(271)
    expect(share(/^Divert$/)).toEqual([140, 271, 51.7])
    expect(share(/^Divert plus$/)).toEqual([55, 271, 20.3])
    expect(share(/^Youth caution$/)).toEqual([19, 271, 7])
    expect(share(/^Youth conditional caution$/)).toEqual([57, 271, 21])
    expect(printed(result, /higher/i).number).toBe(13)
  })

  it('had 187, 24 and 50 children in the cohorts of 2021, of whom 20, 1 and 5 re-offended', async () => {
    const result = await measured('reoffending-12-months', '2021-01-01', '2021-12-31')
    const cohorts = result.figures
      .filter(figure => figure.kind === 'share' && figure.denominator > 0)
      .map(figure => [
        figure.numerator,
        figure.denominator,
        Math.round((figureValue(figure) ?? 0) * 100),
      ])
    expect(cohorts).toEqual(
      expect.arrayContaining([
        [20, 187, 11],
        [1, 24, 4],
        [5, 50, 10],
      ]),
    )
  })

  it('had 68 first-time entrants in 2021, 95 per 100,000, and 140 per 100,000 the year before', async () => {
    const entrants = async (year: number) => {
      const result = await measured('first-time-entrants', `${year}-01-01`, `${year}-12-31`)
      const rate = result.figures.find(figure => figure.kind === 'rate')
      return [rate?.numerator, rate === undefined ? null : Math.round(figureValue(rate) ?? 0)]
    }
    expect(await entrants(2021)).toEqual([68, 95])
    expect(await entrants(2020)).toEqual([97, 140])
  })

  it('had 454 children with 526 interventions in the year to 31 May 2022, 387 out of court and 139 from court', async () => {
    const result = await measured('interventions', '2021-06-01', '2022-05-31')
    const numbers = result.figures.map(figure => figure.numerator)
    expect(numbers).toEqual(expect.arrayContaining([454, 526, 387, 139]))
  })
})
