import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Population } from '#domain/measures/population.ts'
import type { Scope } from '../scope.ts'

/** The latest number of children aged 10 to 17 that was measured on or before a day; null when none was. */
export async function findPopulationOn(scope: Scope, on: PlainDate): Promise<Population | null> {
  const found = await scope.db
    .selectFrom('populations')
    .select(['childrenCount', 'measuredOn', 'source'])
    .where('serviceId', '=', scope.serviceId)
    .where('measuredOn', '<=', on)
    .orderBy('measuredOn', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found ?? null
}
