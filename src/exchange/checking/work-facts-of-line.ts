import { plainDate } from '#domain/calendar/plain-date.ts'
import type { LongerWorkFacts } from '#domain/out-of-court/longer-work.ts'
import type { ChildLine } from '../format/child-line.ts'
import { agreementsOf } from './decision-facts-of-line.ts'
import type { KnownRecords } from './known-records.ts'

/** What the rules in front of a step read of a piece of work, from the child's line. */
export function workFactsOf(
  child: ChildLine,
  work: ChildLine['interventions'][number],
  known: KnownRecords,
): Pick<LongerWorkFacts, 'interventionId' | 'outcomes' | 'agreements'> {
  const served = child.outcomes.filter(({ id }) => work.outcomeIds.includes(id))
  return {
    interventionId: work.id,
    outcomes: served.map(({ kind, conditionsEndOn: end }) => ({
      kind,
      conditionsEndOn: end === undefined ? null : plainDate(end),
    })),
    agreements: agreementsOf(child, known),
  }
}
