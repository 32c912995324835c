import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { panelDecisions } from '#domain/vocabulary/outcomes.ts'
import type { Source } from './read-rows.ts'

/**
 * The last day of a service's history: the day of its latest decision out of court that names no panel. A page never records one, for
 * without a panel its guards refuse; null where every decision has its panel.
 *
 * @interpretation docs/decisions/0007
 */
export async function selectHistoryUntil({ db, serviceId }: Source): Promise<PlainDate | null> {
  const { on } = await db
    .selectFrom('outcomes')
    .select(({ fn }) => fn.max('decidedOn').as('on'))
    .where('serviceId', '=', serviceId)
    .where('kind', 'in', panelDecisions)
    .where('panelId', 'is', null)
    .executeTakeFirstOrThrow()
  return on
}
