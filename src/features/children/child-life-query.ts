import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Scope } from '#records/scope.ts'

/** A spell that holds now. */
export interface SpellNow {
  readonly id: string
  readonly kind: string
  readonly value: string
  readonly detail: string | null
  readonly startedOn: PlainDate
}

/** What is true of the child now, by kind, most recent first. */
export async function selectLifeNow(scope: Scope, childId: string): Promise<SpellNow[]> {
  return await scope.db
    .selectFrom('circumstances')
    .select(['id', 'kind', 'value', 'detail', 'startedOn'])
    .where('serviceId', '=', scope.serviceId)
    .where('childId', '=', childId)
    .where('endedOn', 'is', null)
    .orderBy('kind')
    .orderBy('startedOn', 'desc')
    .execute()
}
