import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Scope } from './scope.ts'

/** A record that an agreement is about: where it belongs, and whose it is. */
export interface AgreementSubject {
  readonly id: string
  readonly childId: string
  readonly kind: 'child' | 'referral' | 'work' | 'outcome' | 'plan' | 'assessment' | 'other'
  readonly referralId: string | null
  readonly interventionId: string | null
  /** Who wrote the plan or the assessment; null for every other record. */
  readonly authorId: string | null
  /** Who holds the case that it belongs to on the day asked; a record of no case is everybody's who works with the child. */
  readonly holderIds: readonly string[]
}

/**
 * The records with these ids, of whatever kind, by id. Ids that lead nowhere are left out.
 *
 * @param on the day for which the holders are asked, inclusive
 */
export async function selectAgreementSubjects(
  scope: Scope,
  ids: readonly string[],
  on: Temporal.PlainDate,
): Promise<ReadonlyMap<string, AgreementSubject>> {
  const { serviceId } = scope
  const wanted = sql`service_id = ${serviceId} and id = any(${[...new Set(ids)]}::uuid[])`
  const { rows } = await sql<AgreementSubject>`
    with subjects as (
      select id, id as child_id, 'child' as kind, null::uuid as referral_id, null::uuid as intervention_id,
        null::uuid as author_id from children where ${wanted}
      union all select id, child_id, 'referral', id, null, null from referrals where ${wanted}
      union all select id, child_id, 'work', referral_id, id, null from interventions where ${wanted}
      union all select id, child_id, 'outcome', referral_id, (
        select l.intervention_id from intervention_outcomes l
        where l.service_id = outcomes.service_id and l.outcome_id = outcomes.id
        order by l.intervention_id limit 1), null from outcomes where ${wanted}
      union all select id, child_id, 'plan', null, intervention_id, author_id from plans where ${wanted}
      union all select id, child_id, 'assessment', referral_id, intervention_id, author_id from assessments where ${wanted}
      union all select id, child_id, 'other', referral_id, intervention_id, null from allocations where ${wanted}
      union all select id, child_id, 'other', referral_id, intervention_id, null from contacts where ${wanted}
      union all select id, child_id, 'other', referral_id, intervention_id, null from case_events where ${wanted}
      union all select id, child_id, 'other', null, null, null from service_agreements where ${wanted})
    select s.*, array(
      select distinct a.staff_id from allocations a
      left join interventions i on i.service_id = a.service_id and i.id = a.intervention_id
      where a.service_id = ${serviceId} and a.child_id = s.child_id
        and a.started_on <= ${on} and (a.ended_on is null or a.ended_on > ${on})
        and (coalesce(s.referral_id, s.intervention_id) is null
          or a.referral_id = s.referral_id or i.referral_id = s.referral_id or i.id = s.intervention_id)) as holder_ids
    from subjects s`.execute(scope.db)
  return new Map(rows.map(row => [row.id, row]))
}
