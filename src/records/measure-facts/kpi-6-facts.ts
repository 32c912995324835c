import { sql } from 'kysely'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { EndedProgramme, ProgrammeOutcome } from '#domain/measures/ended-programmes.ts'
import type { Kpi6Facts } from '#domain/measures/kpi-6.ts'
import { ethnicities, sexes } from '#domain/vocabulary/children.ts'
import { appealStatuses, outcomeKinds, residences } from '#domain/vocabulary/outcomes.ts'
import { interventionResults } from '#domain/vocabulary/work.ts'
import { readCode } from '../codes.ts'
import type { Scope } from '../scope.ts'
import { knownDays, type AskedPeriod } from './asked-period.ts'

interface ProgrammeRow {
  readonly id: string
  readonly startedOn: PlainDate
  readonly endedOn: PlainDate
  readonly result: string | null
  readonly childId: string
  readonly bornOn: PlainDate
  readonly sex: string
  readonly ethnicity: string
  readonly kind: string | null
  readonly decidedOn: PlainDate | null
  readonly residence: string | null
  readonly appeal: string | null
}

/** What KPI 6 reads, in one statement: the interventions that ended in the period, each with its child and the outcomes it served. */
export async function readKpi6Facts(scope: Scope, asked: AskedPeriod): Promise<Kpi6Facts> {
  const { from, to } = knownDays(asked)
  const { rows } = await sql<ProgrammeRow>`
    select i.id, i.started_on, i.ended_on, i.result, c.id as child_id, c.born_on, c.sex, c.ethnicity,
      o.kind, o.decided_on, o.residence, o.appeal
    from interventions i
    join children c on c.service_id = i.service_id and c.id = i.child_id
    left join intervention_outcomes l on l.service_id = i.service_id and l.intervention_id = i.id
    left join outcomes o on o.service_id = l.service_id and o.id = l.outcome_id
    where i.service_id = ${scope.serviceId} and i.ended_on between ${from} and ${to}
    order by o.decided_on, o.id`.execute(scope.db)
  const programmes = [...Map.groupBy(rows, row => row.id).values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [programmeOf(first, others)],
  )
  return { programmes }
}

function programmeOf(first: ProgrammeRow, others: readonly ProgrammeRow[]): EndedProgramme {
  return {
    id: first.id,
    startedOn: first.startedOn,
    endedOn: first.endedOn,
    result: first.result === null ? null : readCode(interventionResults, first.result),
    child: {
      id: first.childId,
      bornOn: first.bornOn,
      sex: readCode(sexes, first.sex),
      ethnicity: readCode(ethnicities, first.ethnicity),
    },
    outcomes: [first, ...others].flatMap(outcomeOf),
  }
}

function outcomeOf({ kind, decidedOn, residence, appeal }: ProgrammeRow): ProgrammeOutcome[] {
  if (kind === null || decidedOn === null || residence === null || appeal === null) return []
  return [
    {
      kind: readCode(outcomeKinds, kind),
      decidedOn,
      residence: readCode(residences, residence),
      appeal: readCode(appealStatuses, appeal),
    },
  ]
}
