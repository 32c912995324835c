import { Client } from 'pg'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { readDuties } from '#records/duties.ts'
import { computeMeasures } from '#records/measure-facts/compute.ts'
import { inService } from '#records/scope.ts'
import type { Target } from './comparisons.ts'
import { today } from './databases.ts'
import { inRounds, ratios, spreadOf, timeOf, type Spread } from './rounds.ts'
import type { RunningApp } from './running-app.ts'
import { statementsOf, type Statement } from './statements.ts'

/** Work on a whole service, that no wire is part of. */
export interface ServiceWork {
  readonly name: string
  readonly limit: string
  readonly work: (app: RunningApp, serviceId: string) => Promise<unknown>
  /** The statement of the limit, made of the one that was heard. */
  readonly bare: (text: string) => string
  readonly target: Target
}

const quarter = { from: plainDate('2025-10-01'), to: plainDate('2025-12-31') }

export const dutiesOfService: ServiceWork = {
  name: 'What is owed in the whole service on one day',
  limit: 'the same rows read bare',
  work: (app, serviceId) =>
    inService(app.db, { serviceId, staffId: null }, scope =>
      readDuties(scope, { of: 'service' }, today),
    ),
  bare: text => text,
  target: { atMost: 3 },
}

export const measuresOfQuarter: ServiceWork = {
  name: 'All measures for one quarter',
  limit: 'the same rows counted where they lie, each statement once',
  work: (app, serviceId) =>
    inService(app.db, { serviceId, staffId: null }, scope =>
      computeMeasures(scope, { period: quarter, asOf: today }),
    ),
  bare: text => `select count(*) from (${text}) as scanned`,
  target: { atMost: 4 },
}

export interface WorkComparison {
  readonly name: string
  readonly limit: string
  /** Null where it is not rows that are compared. */
  readonly rows: number | null
  readonly statements: number
  readonly milliseconds: Spread
  /** Time, over that of the limit. */
  readonly toLimit: Spread
  readonly target: Target
  readonly loadAtStart: number
}

export async function compareWork(
  app: RunningApp,
  serviceId: string,
  { name, limit, work, bare, target }: ServiceWork,
  rounds: number,
): Promise<WorkComparison> {
  const heard = (await statementsOf(() => work(app, serviceId))).filter(readsRows)
  const client = new Client({ ...app.connection, ssl: false })
  await client.connect()
  await client.query("select set_config('alongside.service_id', $1, false)", [serviceId])
  let rows = 0
  const limitOf = async (make: (text: string) => string) => {
    rows = 0
    for (const { text, values } of heard) {
      rows += countRows((await client.query(make(text), [...values])).rows as unknown[])
    }
  }
  await limitOf(text => text)
  const rowsRead = rows
  const { values, loadAtStart } = await inRounds(rounds, [
    () => timeOf(5, () => work(app, serviceId)),
    () => timeOf(5, () => limitOf(bare)),
  ])
  await client.end()
  const [ours = [], limits = []] = values
  return {
    name,
    limit,
    rows: rowsRead,
    statements: heard.length,
    milliseconds: spreadOf(ours),
    toLimit: ratios(ours, limits),
    target,
    loadAtStart,
  }
}

function readsRows({ text }: Statement): boolean {
  return /^\s*(?:select|with)\b/iu.test(text) && !text.includes('set_config')
}

/** Rows, and those that a statement gives as lists within one. */
function countRows(rows: readonly unknown[]): number {
  return rows.reduce((sum: number, row) => sum + listed(row), 0)
}

function listed(value: unknown): number {
  const [only] = Object.values(value as Readonly<Record<string, unknown>>)
  const isLists = typeof only === 'object' && only !== null && !Array.isArray(only)
  const lists = isLists ? (Object.values(only) as unknown[]) : []
  const counted = lists.reduce(
    (sum: number, list) => sum + (Array.isArray(list) ? list.length : 0),
    0,
  )
  return Math.max(1, counted)
}
