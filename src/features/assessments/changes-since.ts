import { sql } from 'kysely'
import { isAfter, type PlainDate } from '#domain/calendar/plain-date.ts'
import { attendances } from '#domain/vocabulary/work.ts'
import type { Assessment } from '#records/assessments.ts'
import { listCircumstances, type Circumstance } from '#records/circumstances.ts'
import { readCode } from '#records/codes.ts'
import { listEvents, type CaseEvent } from '#records/events.ts'
import type { Scope } from '#records/scope.ts'

/** What the record says has happened since the assessment that is reviewed. */
export interface ChangesSince {
  readonly since: PlainDate
  readonly begun: readonly Circumstance[]
  readonly ended: readonly Circumstance[]
  readonly events: readonly CaseEvent[]
  /** Appointments that the child did not come to. */
  readonly missed: readonly MissedContact[]
  readonly judgements: Assessment['judgements']
}

interface MissedContact {
  readonly on: PlainDate
  readonly attendance: keyof typeof attendances
}

/** @returns null where the assessment reviews none */
export async function readChangesSince(
  scope: Scope,
  childId: string,
  last: Assessment | null,
): Promise<ChangesSince | null> {
  const since = last?.completedOn ?? null
  if (last === null || since === null) return null
  const spells = (await listCircumstances(scope, childId)).filter(one => one.withdrawnOn === null)
  const events = await listEvents(scope, childId)
  return {
    since,
    begun: spells.filter(({ startedOn }) => isAfter(startedOn, since)),
    ended: spells.filter(
      ({ startedOn, endedOn }) =>
        endedOn !== null && isAfter(endedOn, since) && !isAfter(startedOn, since),
    ),
    events: events.filter(({ on, withdrawnOn }) => withdrawnOn === null && isAfter(on, since)),
    missed: await selectMissed(scope, childId, since),
    judgements: last.judgements,
  }
}

async function selectMissed(
  scope: Scope,
  childId: string,
  since: PlainDate,
): Promise<MissedContact[]> {
  const { rows } = await sql<{ on: PlainDate; attendance: string }>`
    select planned_on as "on", attendance from contacts
    where service_id = ${scope.serviceId} and child_id = ${childId} and planned_on > ${since}
      and attendance in ('acceptable-absence', 'unacceptable-absence')
    order by planned_on desc, id`.execute(scope.db)
  return rows.map(({ on, attendance }) => ({ on, attendance: readCode(attendances, attendance) }))
}
