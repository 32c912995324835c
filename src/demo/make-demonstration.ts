import type { Kysely } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { addMonths } from '#domain/calendar/months.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { isBefore, plainDate } from '#domain/calendar/plain-date.ts'
import type { Database } from '#records/schema.ts'
import { inService } from '#records/scope.ts'
import { makeMissingSearchKeys } from '#records/search-keys.ts'
import { writeFamilyDrawings } from './lives/family-drawings.ts'
import { makeDoubles } from './lives/doubles.ts'
import { recordedAt, type Making } from './lives/making.ts'
import { makeRecentLives } from './lives/recent-lives.ts'
import { makeThinLife } from './lives/thin-life.ts'
import { planBetween } from './plan/between-plan.ts'
import { planHistory } from './plan/history-plan.ts'
import { planRecent } from './plan/recent-plan.ts'
import { randomFrom, type Random } from './random.ts'
import { insertRows, noRows, type DemoTable, type Rows } from './rows.ts'
import { makeService, serviceRow } from './service.ts'

export interface Demonstration {
  readonly serviceId: string
  /** Rows by table. */
  readonly counts: Record<DemoTable, number>
}

/** Before this day there would be no year between the published one and the last. */
const earliestToday = plainDate('2024-01-01')

/**
 * Fills an empty database with an invented service: the same for the same seed and day.
 *
 * @param options  `today` is the day on which the service is looked at: work is open on it and nothing that happened lies after it
 * @throws Error when the database already holds a service; RangeError when `today` is before 2024
 */
export async function makeDemonstration(
  db: Kysely<Database>,
  { seed, today }: { readonly seed: number; readonly today: PlainDate },
): Promise<Demonstration> {
  if (isBefore(today, earliestToday)) {
    throw new RangeError(`The demonstration can be made for ${earliestToday.toString()} and later`)
  }
  const random = randomFrom(`${seed} ${today.toString()}`)
  const serviceId = random.uuid()
  const rows = makeRows(random, today)
  return await inService(db, { serviceId, staffId: null }, async scope => {
    const held = await scope.db.selectFrom('services').select('name').executeTakeFirst()
    if (held !== undefined) {
      throw new Error(
        `This database already holds a service (${held.name}). The demonstration needs an empty one.`,
      )
    }
    await scope.db
      .insertInto('services')
      .values({ id: serviceId, ...serviceRow, createdAt: recordedAt(plainDate('2019-01-02')) })
      .execute()
    const counts = await insertRows(scope, rows)
    await makeMissingSearchKeys(scope)
    return { serviceId, counts }
  })
}

function makeRows(random: Random, today: PlainDate): Rows {
  const rows = noRows()
  const staff = makeService(random.fork('service'), rows)
  const making: Making = {
    rows,
    staff,
    today,
    namesTaken: new Set(),
    people: new Map(),
    turns: { open: 0 },
    diary: new Map(),
  }
  const plans = [
    ...planHistory(random.fork('history')),
    ...planBetween(random.fork('between'), addMonths(today, -12)),
  ]
  for (const plan of plans) makeThinLife(making, random.fork(plan.key), plan)
  const recent = random.fork('recent')
  makeRecentLives(making, recent, planRecent(recent.fork('plan'), today))
  writeFamilyDrawings(making, random.fork('family drawings'))
  makeDoubles(making, random.fork('doubles'))
  rows.auditEntries.sort((a, b) => compareInstants(a.at, b.at))
  return rows
}

function compareInstants(a: Temporal.Instant | undefined, b: Temporal.Instant | undefined): number {
  return (a?.epochMilliseconds ?? 0) - (b?.epochMilliseconds ?? 0)
}
