import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { insertAuditEntry } from './audit.ts'
import type { Scope } from './scope.ts'

/** Who is to hold a referral or a piece of work from a day on, inclusive. */
export interface HandOver {
  readonly childId: string
  readonly case: { readonly referralId: string } | { readonly interventionId: string }
  readonly staffId: string
  readonly startedOn: Temporal.PlainDate
}

/** Ends who holds the case on the day and lets the new worker begin; one that began later than the day ends on its own first day. */
export async function handOver(scope: Scope, to: HandOver): Promise<void> {
  const { serviceId } = scope
  const [column, caseId] =
    'referralId' in to.case
      ? (['referralId', to.case.referralId] as const)
      : (['interventionId', to.case.interventionId] as const)
  await scope.db
    .updateTable('allocations')
    .set({ endedOn: sql<Temporal.PlainDate>`greatest(started_on, ${to.startedOn}::date)` })
    .where('serviceId', '=', serviceId)
    .where('childId', '=', to.childId)
    .where(column, '=', caseId)
    .where('endedOn', 'is', null)
    .execute()
  const { childId, staffId, startedOn } = to
  await scope.db
    .insertInto('allocations')
    .values({ serviceId, childId, ...to.case, staffId, startedOn, recordedBy: scope.staffId })
    .execute()
  const action = column === 'referralId' ? 'referral.allocated' : 'intervention.allocated'
  await insertAuditEntry(scope, { action, childId, subjectId: caseId })
}
