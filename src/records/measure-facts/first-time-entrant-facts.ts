import { sql } from 'kysely'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { FirstTimeEntrantFacts } from '#domain/measures/first-time-entrants.ts'
import {
  appealStatuses,
  isFormalOutcome,
  outcomeKindList,
  outcomeKinds,
  residences,
} from '#domain/vocabulary/outcomes.ts'
import { readCode } from '../codes.ts'
import type { Scope } from '../scope.ts'
import { knownDays, type AskedPeriod } from './asked-period.ts'

const formalKinds = outcomeKindList.filter(isFormalOutcome)
const spaces = ' \t\r\n'

interface FormalOutcomeRow {
  readonly id: string
  readonly childId: string
  readonly bornOn: PlainDate
  readonly originatingServiceId: string | null
  readonly kind: string
  readonly decidedOn: PlainDate
  readonly residence: string
  readonly appeal: string
  readonly earliestOffenceOn: PlainDate | null
}

/**
 * What the first-time entrants measure reads, in one statement: everyone with a formal outcome in the period, other records with the
 * same number and date of birth, and all their formal outcomes up to the period's end.
 */
export async function readFirstTimeEntrantFacts(
  scope: Scope,
  asked: AskedPeriod,
): Promise<FirstTimeEntrantFacts> {
  const { from, to } = knownDays(asked)
  const { rows } = await sql<FormalOutcomeRow>`
    with concerned as (
      select distinct c.id, c.born_on, btrim(c.originating_service_id, ${spaces}) as number
      from outcomes o
      join children c on c.service_id = o.service_id and c.id = o.child_id
      where o.service_id = ${scope.serviceId} and o.decided_on between ${from} and ${to}
        and o.kind = any(${formalKinds})
    ), records as (
      select id from concerned
      union
      select c.id
      from concerned k
      join children c on c.service_id = ${scope.serviceId} and c.born_on = k.born_on
        and btrim(c.originating_service_id, ${spaces}) = k.number
    )
    select o.id, o.child_id, c.born_on, c.originating_service_id, o.kind, o.decided_on, o.residence,
      o.appeal, min(f.occurred_on) as earliest_offence_on
    from records r
    join children c on c.service_id = ${scope.serviceId} and c.id = r.id
    join outcomes o on o.service_id = c.service_id and o.child_id = c.id
      and o.decided_on <= ${to} and o.kind = any(${formalKinds})
    left join outcome_offences l on l.service_id = o.service_id and l.outcome_id = o.id
    left join offences f on f.service_id = l.service_id and f.id = l.offence_id
    group by c.service_id, c.id, o.service_id, o.id`.execute(scope.db)
  const children = new Map(
    rows.map(({ childId: id, bornOn, originatingServiceId }) => [
      id,
      { id, bornOn, originatingServiceId },
    ]),
  )
  return {
    children: [...children.values()],
    outcomes: rows.map(
      ({ id, childId, kind, decidedOn, residence, appeal, earliestOffenceOn }) => ({
        id,
        childId,
        kind: readCode(outcomeKinds, kind),
        decidedOn,
        residence: readCode(residences, residence),
        appeal: readCode(appealStatuses, appeal),
        earliestOffenceOn,
      }),
    ),
  }
}
