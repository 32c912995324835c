import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { careStatuses, professionalKinds } from '#domain/vocabulary/children.ts'
import type { Scope } from '../scope.ts'
import type { CaseIds } from './open-case.ts'

type PlainDate = Temporal.PlainDate

const careStatusOrder = Object.keys(careStatuses)

/** The children of these cases as they are on a day. */
export async function selectChildren(scope: Scope, ids: CaseIds, today: PlainDate) {
  const { rows } = await sql<{
    id: string
    name: string
    bornOn: PlainDate
    sex: string
    careStatuses: string[]
    isFromOtherService: boolean
    workedWithSince: PlainDate | null
    professionals: number
  }>`
    select c.id, coalesce(c.known_as, c.given_name) || ' ' || c.family_name as name, c.born_on, c.sex,
      c.originating_service_id is not null as is_from_other_service,
      array(
        select s.value from circumstances s
        where s.service_id = c.service_id and s.child_id = c.id and s.kind = 'care-status'
          and s.withdrawn_on is null
          and s.started_on <= ${today} and (s.ended_on is null or s.ended_on > ${today})
        order by array_position(${careStatusOrder}::text[], s.value)) as care_statuses,
      (select min(r.received_on) from referrals r
        where r.service_id = c.service_id and r.child_id = c.id) as worked_with_since,
      (select count(*)::int from relationships p
        where p.service_id = c.service_id and p.child_id = c.id and p.kind = any(${professionalKinds})
          and (p.started_on is null or p.started_on <= ${today})
          and (p.ended_on is null or p.ended_on > ${today})) as professionals
    from children c
    where c.service_id = ${scope.serviceId} and c.id = any(${ids.children})`.execute(scope.db)
  return rows
}

/** With the day of the panel on which each is listed now. */
export async function selectReferrals(scope: Scope, ids: CaseIds) {
  const { rows } = await sql<{
    id: string
    receivedOn: PlainDate
    admission: string | null
    victimKnown: boolean | null
    closedOn: PlainDate | null
    panelOn: PlainDate | null
  }>`
    select r.id, r.received_on, r.admission, r.victim_known, r.closed_on, (
      select max(p.held_on)
      from panel_listings l join panels p on p.service_id = l.service_id and p.id = l.panel_id
      where l.service_id = r.service_id and l.referral_id = r.id and l.withdrawn_on is null) as panel_on
    from referrals r
    where r.service_id = ${scope.serviceId} and r.id = any(${ids.referrals})`.execute(scope.db)
  return rows
}

/** What the referrals are about, in the order in which it happened. */
export async function selectOffences(scope: Scope, ids: CaseIds) {
  return await scope.db
    .selectFrom('offences')
    .select(['id', 'referralId', 'title', 'offenceGroup', 'occurredOn'])
    .where('serviceId', '=', scope.serviceId)
    .where(sql<boolean>`referral_id = any(${ids.referrals})`)
    .orderBy('occurredOn')
    .execute()
}

/** In the order in which they were recorded. */
export async function selectChecks(scope: Scope, ids: CaseIds) {
  return await scope.db
    .selectFrom('referralChecks')
    .select(['referralId', 'kind', 'result', 'checkedOn'])
    .where('serviceId', '=', scope.serviceId)
    .where(sql<boolean>`referral_id = any(${ids.referrals})`)
    .orderBy('recordedAt')
    .execute()
}
