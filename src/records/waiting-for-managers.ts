import { sql } from 'kysely'
import { careStatuses, isLookedAfter } from '#domain/vocabulary/children.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Scope } from './scope.ts'

/** Something that only a manager can do next. */
export interface WaitingItem {
  readonly kind: 'countersign' | 'sign-plan' | 'choose-assessor' | 'choose-worker'
  readonly childId: string
  readonly childName: string
  /** The assessment, the plan, the referral or the work. */
  readonly subjectId: string
  readonly since: PlainDate
}

const lookedAfter = Object.keys(careStatuses).filter(isLookedAfter)

/**
 * What waits for a manager, longest first: assessments of children looked after to countersign, plans that lack only the manager's
 * signature, referrals without somebody to assess, work without a worker.
 *
 * @param managerId what this manager wrote is left out: nobody signs their own
 */
export async function listWaiting(
  scope: Scope,
  managerId: string,
  today: PlainDate,
): Promise<WaitingItem[]> {
  const { serviceId } = scope
  const { rows } = await sql<WaitingItem>`
    with waiting as (
      select 'countersign' as kind, a.child_id, a.id as subject_id, a.completed_on as since
      from assessments a
      join circumstances s on s.service_id = a.service_id and s.child_id = a.child_id
        and s.kind = 'care-status' and s.value = any(${lookedAfter}) and s.withdrawn_on is null
        and s.started_on <= ${today} and (s.ended_on is null or s.ended_on > ${today})
      where a.service_id = ${serviceId} and a.completed_on is not null and a.countersigned_on is null
        and a.author_id <> ${managerId}
        and (exists (select from referrals r where r.service_id = a.service_id and r.id = a.referral_id and r.closed_on is null)
          or exists (select from interventions i where i.service_id = a.service_id and i.id = a.intervention_id and i.ended_on is null))
      union all
      select 'sign-plan', p.child_id, p.id, p.written_on
      from interventions i
      join lateral (
        select * from plans p where p.service_id = i.service_id and p.intervention_id = i.id
        order by p.written_on desc, p.recorded_at desc limit 1) p on true
      where i.service_id = ${serviceId} and i.ended_on is null and p.author_id <> ${managerId}
        and (select array_agg(g.signatory order by g.signatory) from signatures g
          where g.service_id = p.service_id and g.plan_id = p.id) = array['child', 'parent-or-carer']
      union all
      select 'choose-assessor', r.child_id, r.id, r.received_on
      from referrals r
      where r.service_id = ${serviceId} and r.closed_on is null and r.kind = 'out-of-court'
        and not exists (select from allocations a where a.service_id = r.service_id and a.referral_id = r.id and a.ended_on is null)
      union all
      select 'choose-worker', i.child_id, i.id, i.started_on
      from interventions i
      where i.service_id = ${serviceId} and i.ended_on is null
        and not exists (select from allocations a where a.service_id = i.service_id and a.intervention_id = i.id and a.ended_on is null)
    )
    select distinct w.kind, w.child_id, w.subject_id, w.since,
      coalesce(c.known_as, c.given_name) || ' ' || c.family_name as child_name
    from waiting w join children c on c.service_id = ${serviceId} and c.id = w.child_id
    order by w.since, w.subject_id`.execute(scope.db)
  return rows
}
