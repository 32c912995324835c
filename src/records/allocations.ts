import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { caseToAllocate, type CaseToAllocate } from '#domain/taking-on/allocation-facts.ts'
import type { AllocationRole } from '#domain/vocabulary/work.ts'
import { readCaseFacts } from './case-facts/read-case-facts.ts'
import { findOptionalHolder } from './interventions.ts'
import type { Scope } from './scope.ts'

type PlainDate = Temporal.PlainDate

/** The referral or the work that somebody holds. */
export type HeldCase = { readonly referralId: string } | { readonly interventionId: string }

/**
 * What the rules ask of an open case before it is given to somebody; null where it is not open.
 *
 * @param today the day asked, inclusive
 */
export async function readCaseToAllocate(
  scope: Scope,
  childId: string,
  held: HeldCase,
  today: PlainDate,
): Promise<CaseToAllocate | null> {
  const cases = await readCaseFacts(scope, { of: 'child', childId }, today)
  const facts = cases.find(({ intervention, referral }) =>
    'interventionId' in held
      ? intervention?.id === held.interventionId
      : intervention === null && referral?.id === held.referralId,
  )
  if (facts === undefined) return null
  const current = (await findOptionalHolder(scope, held)) ?? null
  return caseToAllocate(facts, { current, addressDays: await addressDays(scope, childId, today) })
}

/** The first days of the addresses after the first one: each is a move. */
async function addressDays(scope: Scope, childId: string, today: PlainDate): Promise<PlainDate[]> {
  const rows = await scope.db
    .selectFrom('circumstances')
    .select('startedOn')
    .where('serviceId', '=', scope.serviceId)
    .where('childId', '=', childId)
    .where('kind', '=', 'address')
    .where('withdrawnOn', 'is', null)
    .where('startedOn', '<=', today)
    .orderBy('startedOn')
    .execute()
  return rows.slice(1).map(({ startedOn }) => startedOn)
}

interface NewAllocation {
  readonly childId: string
  readonly staffId: string
  /** Who holds it too; null: nobody. */
  readonly secondStaffId: string | null
  readonly startedOn: PlainDate
  /** Why the worker changes; null where nothing was written. */
  readonly reason: string | null
}

/** Gives a case to a worker, and to a second one: whoever held it and does not any more ends, whoever stays is left as they were. */
export async function saveAllocation(
  scope: Scope,
  held: HeldCase,
  allocation: NewAllocation,
): Promise<void> {
  const current = await findOptionalHolder(scope, held)
  const { childId, staffId, secondStaffId, startedOn, reason } = allocation
  if (current?.staffId !== staffId) {
    await endAllocations(scope, { childId, held, roles: ['lead'] }, startedOn)
    const lead = { childId, staffId, startedOn, reason, role: 'lead' } as const
    await insertAllocation(scope, held, lead)
  }
  if ((current?.secondStaffId ?? null) === secondStaffId) return
  await endAllocations(scope, { childId, held, roles: ['second'] }, startedOn)
  if (secondStaffId === null) return
  const second = {
    childId,
    staffId: secondStaffId,
    startedOn,
    reason: null,
    role: 'second',
  } as const
  await insertAllocation(scope, held, second)
}

/** Ends who holds a referral or work; one that began later than the day ends on its own first day. */
export async function endAllocations(
  scope: Scope,
  about: {
    readonly childId: string
    readonly held: HeldCase
    readonly roles: readonly AllocationRole[]
  },
  endedOn: PlainDate,
): Promise<void> {
  const { held } = about
  const query = scope.db
    .updateTable('allocations')
    .set({ endedOn: sql<PlainDate>`greatest(started_on, ${endedOn}::date)` })
    .where('serviceId', '=', scope.serviceId)
    .where('childId', '=', about.childId)
    .where('role', 'in', about.roles)
    .where('endedOn', 'is', null)
  if ('referralId' in held) await query.where('referralId', '=', held.referralId).execute()
  else await query.where('interventionId', '=', held.interventionId).execute()
}

async function insertAllocation(
  scope: Scope,
  held: HeldCase,
  row: Omit<NewAllocation, 'secondStaffId'> & { readonly role: AllocationRole },
): Promise<void> {
  await scope.db
    .insertInto('allocations')
    .values({ serviceId: scope.serviceId, recordedBy: scope.staffId, ...held, ...row })
    .execute()
}
