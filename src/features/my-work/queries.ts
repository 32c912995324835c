import { sql } from 'kysely'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Scope } from '#records/scope.ts'

export interface Appointment {
  readonly id: string
  readonly childId: string
  readonly childName: string
  readonly kind: string
  readonly on: PlainDate
  readonly time: string | null
  readonly place: string | null
  readonly attendance: string | null
}

/** A worker's appointments from one day to another, both included, and those before it that nobody has recorded yet. */
export async function selectAppointments(
  scope: Scope,
  staffId: string,
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate },
): Promise<Appointment[]> {
  const { rows } = await sql<Appointment>`
    select k.id, k.child_id, coalesce(c.known_as, c.given_name) || ' ' || c.family_name as child_name,
      k.kind, k.planned_on as "on", k.planned_time as "time", k.place, k.attendance
    from contacts k join children c on c.service_id = k.service_id and c.id = k.child_id
    where k.service_id = ${scope.serviceId} and k.staff_id = ${staffId}
      and k.planned_on <= ${to} and (k.planned_on >= ${from} or k.attendance is null)
    order by k.planned_on, k.planned_time nulls last, k.id`.execute(scope.db)
  return rows
}

export interface HeldCase {
  readonly childId: string
  readonly childName: string
  readonly kind: string | null
  readonly referralId: string | null
  readonly interventionId: string | null
  readonly startedOn: PlainDate
}

/** The open cases that a worker holds, by the child's name. */
export async function selectHeldCases(scope: Scope, staffId: string): Promise<HeldCase[]> {
  const { rows } = await sql<HeldCase>`
    select c.id as child_id, coalesce(c.known_as, c.given_name) || ' ' || c.family_name as child_name,
      i.kind, a.referral_id, a.intervention_id, a.started_on
    from allocations a
    join children c on c.service_id = a.service_id and c.id = a.child_id
    left join interventions i on i.service_id = a.service_id and i.id = a.intervention_id
    where a.service_id = ${scope.serviceId} and a.staff_id = ${staffId} and a.ended_on is null
    order by child_name, a.started_on`.execute(scope.db)
  return rows
}
