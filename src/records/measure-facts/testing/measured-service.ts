import { randomUUID } from 'node:crypto'
import type { Insertable, Kysely } from 'kysely'
import { plainDate } from '#domain/calendar/plain-date.ts'
import type { ChildrenTable, Database, OutcomesTable } from '../../schema.ts'
import { inService, type Scope } from '../../scope.ts'

type Texts<Table, Dates extends keyof Table> = Omit<Partial<Insertable<Table>>, Dates>

/** A service of its own in the test database. Days are written as `2024-01-31` throughout. */
export interface MeasuredService {
  readonly db: Kysely<Database>
  readonly serviceId: string
  readonly staffId: null
}

export async function aService(db: Kysely<Database>): Promise<MeasuredService> {
  const service = { db, serviceId: randomUUID(), staffId: null }
  const values = { name: 'Test service', areaName: 'Test', nation: 'England', policeForce: 'Test' }
  await within(service, scope =>
    scope.db
      .insertInto('services')
      .values({ id: service.serviceId, ...values })
      .execute(),
  )
  return service
}

function within<Result>(
  service: MeasuredService,
  work: (scope: Scope) => Promise<Result>,
): Promise<Result> {
  return inService(service.db, service, work)
}

export async function addName(
  service: MeasuredService,
  name: { id: string; kind: string; name: string; sortOrder: number },
): Promise<void> {
  const values = { serviceId: service.serviceId, explanation: 'In plain words.', ...name }
  await within(service, scope => scope.db.insertInto('outcomeNames').values(values).execute())
}

export async function addPopulation(
  service: MeasuredService,
  measuredOn: string,
  childrenCount: number,
): Promise<void> {
  await within(service, scope =>
    scope.db
      .insertInto('populations')
      .values({
        serviceId: service.serviceId,
        measuredOn: plainDate(measuredOn),
        childrenCount,
        source: 'Test',
      })
      .execute(),
  )
}

export async function addChild(
  service: MeasuredService,
  parts: Texts<ChildrenTable, 'bornOn' | 'matchKeys'> & { bornOn?: string } = {},
): Promise<string> {
  const { bornOn = '2010-06-15', ...rest } = parts
  return await idOf(
    within(service, scope =>
      scope.db
        .insertInto('children')
        .values({
          serviceId: service.serviceId,
          givenName: 'Test',
          familyName: 'Child',
          sex: 'female',
          matchKeys: [],
          ...rest,
          bornOn: plainDate(bornOn),
        })
        .returning('id')
        .executeTakeFirstOrThrow(),
    ),
  )
}

export async function addReferral(
  service: MeasuredService,
  childId: string,
  { closedOn }: { closedOn?: string } = {},
): Promise<string> {
  return await idOf(
    within(service, scope =>
      scope.db
        .insertInto('referrals')
        .values({
          serviceId: service.serviceId,
          childId,
          kind: 'out-of-court',
          receivedOn: plainDate('2024-01-01'),
          referredBy: 'Police',
          whatHappened: 'Not told here.',
          closedOn: closedOn === undefined ? null : plainDate(closedOn),
        })
        .returning('id')
        .executeTakeFirstOrThrow(),
    ),
  )
}

export async function addOutcome(
  service: MeasuredService,
  childId: string,
  parts: Texts<OutcomesTable, 'decidedOn' | 'kind'> & { kind: string; decidedOn: string },
): Promise<string> {
  const values = { serviceId: service.serviceId, childId, residence: 'local', ...parts }
  return await idOf(
    within(service, scope =>
      scope.db
        .insertInto('outcomes')
        .values({ ...values, decidedOn: plainDate(parts.decidedOn), conditionsEndOn: null })
        .returning('id')
        .executeTakeFirstOrThrow(),
    ),
  )
}

export async function addOffence(
  service: MeasuredService,
  childId: string,
  parts: { occurredOn: string; referralId?: string; outcomes?: readonly string[] },
): Promise<void> {
  const { serviceId } = service
  const offenceId = await idOf(
    within(service, scope =>
      scope.db
        .insertInto('offences')
        .values({
          serviceId,
          childId,
          referralId: parts.referralId ?? null,
          title: 'Test',
          offenceGroup: 'OTHER',
          occurredOn: plainDate(parts.occurredOn),
        })
        .returning('id')
        .executeTakeFirstOrThrow(),
    ),
  )
  for (const outcomeId of parts.outcomes ?? []) {
    await within(service, scope =>
      scope.db.insertInto('outcomeOffences').values({ serviceId, outcomeId, offenceId }).execute(),
    )
  }
}

export async function addIntervention(
  service: MeasuredService,
  childId: string,
  parts: {
    startedOn: string
    endedOn: string | null
    result: string | null
    outcomes: readonly string[]
  },
): Promise<void> {
  const { serviceId } = service
  const interventionId = await idOf(
    within(service, scope =>
      scope.db
        .insertInto('interventions')
        .values({
          serviceId,
          childId,
          kind: 'diversion',
          startedOn: plainDate(parts.startedOn),
          endedOn: parts.endedOn === null ? null : plainDate(parts.endedOn),
          result: parts.result,
        })
        .returning('id')
        .executeTakeFirstOrThrow(),
    ),
  )
  for (const outcomeId of parts.outcomes) {
    await within(service, scope =>
      scope.db
        .insertInto('interventionOutcomes')
        .values({ serviceId, interventionId, outcomeId })
        .execute(),
    )
  }
}

/** Children with a row for every measure each. */
export async function addMany(service: MeasuredService, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const child = await addChild(service)
    const caution = await addOutcome(service, child, {
      kind: 'youth-caution',
      decidedOn: '2024-05-01',
    })
    await addOffence(service, child, { occurredOn: '2024-03-01', outcomes: [caution] })
    await addOffence(service, child, { occurredOn: '2024-09-01' })
    const work = { startedOn: '2024-05-02', endedOn: '2024-08-01', result: 'completed' }
    await addIntervention(service, child, { ...work, outcomes: [caution] })
  }
}

async function idOf(inserted: Promise<{ readonly id: string }>): Promise<string> {
  const { id } = await inserted
  return id
}
