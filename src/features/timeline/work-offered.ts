import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Scope } from '#records/scope.ts'

/** A piece of work to which the timeline can be narrowed. */
export interface WorkOffered {
  readonly id: string
  readonly kind: string
  readonly referralId: string | null
  readonly startedOn: PlainDate
}

/** The child's pieces of work, the latest first. */
export async function selectWorkOf(scope: Scope, childId: string): Promise<WorkOffered[]> {
  return await scope.db
    .selectFrom('interventions')
    .select(['id', 'kind', 'referralId', 'startedOn'])
    .where('serviceId', '=', scope.serviceId)
    .where('childId', '=', childId)
    .orderBy('startedOn', 'desc')
    .orderBy('id')
    .execute()
}
