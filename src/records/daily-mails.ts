import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { isManagerRole, isRole, may, type Role } from '#domain/access/permissions.ts'
import { addDays, isOnOrBefore } from '#domain/calendar/plain-date.ts'
import type { DailyCounts } from '#domain/notices/daily-mail.ts'
import type { Duty } from '#domain/rules/owed.ts'
import { readDuties } from './duties.ts'
import type { Scope } from './scope.ts'
import { listWaiting } from './waiting-for-managers.ts'

type PlainDate = Temporal.PlainDate

/** Somebody with an e-mail address whose day has numbers, and what they are. */
export interface MailRecipient {
  readonly staffId: string
  readonly email: string
  readonly counts: DailyCounts
}

const soonDays = 7

/** Who could be told of their day by e-mail: people who hold or manage work and have an address. */
export async function listMailRecipients(scope: Scope, today: PlainDate): Promise<MailRecipient[]> {
  const people = await selectPeople(scope)
  if (people.length === 0) return []
  const duties = await readDuties(scope, { of: 'service' }, today)
  const appointments = await selectAppointmentCounts(scope, today)
  const recipients: MailRecipient[] = []
  for (const { staffId, email, role } of people) {
    const own = duties.filter(duty => duty.workerId === staffId && duty.owner === 'case-manager')
    const waiting = isManagerRole(role) ? (await listWaiting(scope, staffId, today)).length : 0
    const counts = {
      ...dutyCounts(own, today),
      appointments: appointments.get(staffId) ?? 0,
      waiting,
    }
    recipients.push({ staffId, email, counts })
  }
  return recipients
}

/** True for the one who may send: of several copies of the application the first. */
export async function claimMail(scope: Scope, staffId: string, day: PlainDate): Promise<boolean> {
  const { rows } = await sql`
    insert into daily_mails (service_id, staff_id, mailed_for)
    values (${scope.serviceId}, ${staffId}, ${day})
    on conflict do nothing returning staff_id`.execute(scope.db)
  return rows.length === 1
}

/** Keeps that a claimed e-mail was sent, or takes the claim back so that it is tried again. */
export async function settleMail(
  scope: Scope,
  claimed: { readonly staffId: string; readonly day: PlainDate },
  sentAt: Temporal.Instant | null,
): Promise<void> {
  const own = sql`service_id = ${scope.serviceId} and staff_id = ${claimed.staffId} and mailed_for = ${claimed.day}`
  if (sentAt === null) await sql`delete from daily_mails where ${own}`.execute(scope.db)
  else await sql`update daily_mails set sent_at = ${sentAt} where ${own}`.execute(scope.db)
}

function dutyCounts(duties: readonly Duty[], today: PlainDate) {
  const isSoon = ({ state, dueOn }: Duty) =>
    state === 'open' && dueOn !== null && isOnOrBefore(dueOn, addDays(today, soonDays - 1))
  return {
    overdue: duties.filter(({ state }) => state === 'overdue').length,
    dueSoon: duties.filter(isSoon).length,
  }
}

async function selectPeople(
  scope: Scope,
): Promise<{ staffId: string; email: string; role: Role }[]> {
  const rows = await scope.db
    .selectFrom('accounts as a')
    .innerJoin('staff as s', join =>
      join.onRef('s.serviceId', '=', 'a.serviceId').onRef('s.id', '=', 'a.staffId'),
    )
    .select(['s.id as staffId', 's.role', 'a.email'])
    .where('a.serviceId', '=', scope.serviceId)
    .where('s.isActive', '=', true)
    .where('a.email', 'is not', null)
    .orderBy('s.id')
    .execute()
  return rows.flatMap(({ staffId, role, email }) =>
    email !== null && isRole(role) && may(role, 'work.own') ? [{ staffId, email, role }] : [],
  )
}

async function selectAppointmentCounts(
  scope: Scope,
  today: PlainDate,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ staffId: string; count: number }>`
    select staff_id, count(*)::int as count from contacts
    where service_id = ${scope.serviceId} and planned_on = ${today} and attendance is null
    group by staff_id`.execute(scope.db)
  return new Map(rows.map(({ staffId, count }) => [staffId, count]))
}
