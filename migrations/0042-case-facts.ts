import { sql, type Kysely } from 'kysely'

/**
 * The facts of open cases in one call, and with them the policy by which they are judged: planned once a connection, where a statement
 * for each of them was planned each time, which took longer than reading a child's few rows.
 *
 * `records/case-facts/` says what each list means. Names of fields are those of its rows; a later migration replaces the function.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create function case_facts(
      asked_service uuid, asked_of text, asked_id uuid, asked_on date, care_order text[], professional_kinds text[]
    ) returns json language plpgsql stable set plan_cache_mode = 'force_generic_plan' as $body$
    declare
      cases json;
      of_children uuid[];
      of_referrals uuid[];
      of_interventions uuid[];
    begin
      if asked_of = 'child' then
        with work as (
          select i.child_id, i.referral_id, i.id as intervention_id from interventions i
          where i.service_id = asked_service and i.child_id = asked_id
            and i.started_on <= asked_on and (i.ended_on is null or i.ended_on > asked_on)
          union all
          select r.child_id, r.id, null from referrals r
          where r.service_id = asked_service and r.child_id = asked_id and r.kind = 'out-of-court'
            and r.received_on <= asked_on and (r.closed_on is null or r.closed_on > asked_on))
        select json_agg(json_build_object('childId', child_id, 'referralId', referral_id, 'interventionId', intervention_id)),
          array_agg(distinct child_id), array_agg(referral_id), array_agg(intervention_id)
        into cases, of_children, of_referrals, of_interventions from work;
      else
        -- Work without an end is found by its own small index; work that has ended since the day asked, by the index on its end.
        with held as materialized (
          select referral_id, intervention_id from allocations
          where asked_of = 'worker' and service_id = asked_service and staff_id = asked_id
            and started_on <= asked_on and (ended_on is null or ended_on > asked_on)),
        work as (
          select i.child_id, i.referral_id, i.id as intervention_id from interventions i
          where i.service_id = asked_service and i.ended_on is null and i.started_on <= asked_on
            and (asked_of = 'service' or i.id in (select intervention_id from held))
          union all
          select i.child_id, i.referral_id, i.id from interventions i
          where i.service_id = asked_service and i.ended_on > asked_on and i.started_on <= asked_on
            and (asked_of = 'service' or i.id in (select intervention_id from held))
          union all
          select r.child_id, r.id, null from referrals r
          where r.service_id = asked_service and r.closed_on is null and r.received_on <= asked_on
            and r.kind = 'out-of-court' and (asked_of = 'service' or r.id in (select referral_id from held))
          union all
          select r.child_id, r.id, null from referrals r
          where r.service_id = asked_service and r.closed_on > asked_on and r.received_on <= asked_on
            and r.kind = 'out-of-court' and (asked_of = 'service' or r.id in (select referral_id from held)))
        select json_agg(json_build_object('childId', child_id, 'referralId', referral_id, 'interventionId', intervention_id)),
          array_agg(distinct child_id), array_agg(referral_id), array_agg(intervention_id)
        into cases, of_children, of_referrals, of_interventions from work;
      end if;

      return json_build_object(
        'policyChanges', (
          select json_agg(json_build_object(
            'ruleId', rule_id, 'parameter', parameter, 'value', value, 'isOn', is_on, 'from', holds_from) order by recorded_at)
          from policy_changes where service_id = asked_service),
        'closedDays', (
          select json_agg(closed_on order by closed_on) from closed_days where service_id = asked_service),
        'cases', cases,
        'children', (
          select json_agg(json_build_object(
            'id', c.id, 'name', coalesce(c.known_as, c.given_name) || ' ' || c.family_name, 'bornOn', c.born_on, 'sex', c.sex,
            'isFromOtherService', c.originating_service_id is not null,
            'careStatuses', array(
              select s.value from circumstances s
              where s.service_id = c.service_id and s.child_id = c.id and s.kind = 'care-status' and s.withdrawn_on is null
                and s.started_on <= asked_on and (s.ended_on is null or s.ended_on > asked_on)
              order by array_position(care_order, s.value)),
            'workedWithSince', (
              select min(r.received_on) from referrals r where r.service_id = c.service_id and r.child_id = c.id),
            'professionals', (
              select count(*) from relationships p
              where p.service_id = c.service_id and p.child_id = c.id and p.kind = any(professional_kinds)
                and (p.started_on is null or p.started_on <= asked_on)
                and (p.ended_on is null or p.ended_on > asked_on))))
          from children c where c.service_id = asked_service and c.id = any(of_children)),
        'referrals', (
          select json_agg(json_build_object(
            'id', r.id, 'receivedOn', r.received_on, 'admission', r.admission, 'victimKnown', r.victim_known,
            'closedOn', r.closed_on, 'panelOn', (
              select max(p.held_on)
              from panel_listings l join panels p on p.service_id = l.service_id and p.id = l.panel_id
              where l.service_id = r.service_id and l.referral_id = r.id and l.withdrawn_on is null)))
          from referrals r where r.service_id = asked_service and r.id = any(of_referrals)),
        'interventions', (
          select json_agg(json_build_object('id', id, 'kind', kind, 'startedOn', started_on, 'endedOn', ended_on))
          from interventions where service_id = asked_service and id = any(of_interventions)),
        'offences', (
          select json_agg(json_build_object(
            'id', id, 'referralId', referral_id, 'title', title, 'offenceGroup', offence_group, 'occurredOn', occurred_on)
            order by occurred_on)
          from offences where service_id = asked_service and referral_id = any(of_referrals)),
        'checks', (
          select json_agg(json_build_object(
            'referralId', referral_id, 'kind', kind, 'result', result, 'checkedOn', checked_on) order by recorded_at)
          from referral_checks where service_id = asked_service and referral_id = any(of_referrals)),
        'outcomes', (
          select json_agg(json_build_object(
            'id', id, 'kind', kind, 'decidedOn', decided_on, 'conditionsEndOn', conditions_end_on,
            'interventionId', intervention_id, 'referralId', referral_id) order by decided_on, id)
          from (
            select o.id, o.kind, o.decided_on, o.conditions_end_on, l.intervention_id, o.referral_id
            from intervention_outcomes l join outcomes o on o.service_id = l.service_id and o.id = l.outcome_id
            where l.service_id = asked_service and l.intervention_id = any(of_interventions)
            union
            select o.id, o.kind, o.decided_on, o.conditions_end_on, null, o.referral_id
            from outcomes o
            where o.service_id = asked_service and o.referral_id = any(of_referrals)) as decided),
        'allocations', (
          select json_agg(json_build_object(
            'id', id, 'referralId', referral_id, 'interventionId', intervention_id, 'staffId', staff_id,
            'startedOn', started_on, 'endedOn', ended_on) order by started_on)
          from allocations
          where service_id = asked_service and role = 'lead'
            and (referral_id = any(of_referrals) or intervention_id = any(of_interventions))),
        'assessments', (
          select json_agg(json_build_object(
            'id', a.id, 'referralId', a.referral_id, 'interventionId', a.intervention_id, 'authorId', a.author_id,
            'form', a.form, 'startedOn', a.started_on, 'completedOn', a.completed_on, 'reviewOf', a.review_of,
            'countersignedOn', a.countersigned_on, 'judgements', coalesce((
              select json_agg(json_build_object('kind', j.kind, 'level', j.level))
              from judgements j where j.service_id = a.service_id and j.assessment_id = a.id), '[]')) order by a.started_on)
          from assessments a
          where a.service_id = asked_service
            and (a.referral_id = any(of_referrals) or a.intervention_id = any(of_interventions))),
        'plans', (
          select json_agg(json_build_object(
            'id', p.id, 'interventionId', p.intervention_id, 'authorId', p.author_id, 'writtenOn', p.written_on,
            'reviewedOn', p.reviewed_on, 'signatures', coalesce((
              select json_agg(json_build_object('signatory', s.signatory, 'on', s.signed_on))
              from signatures s where s.service_id = p.service_id and s.plan_id = p.id), '[]'))
            order by p.written_on, p.recorded_at)
          from plans p where p.service_id = asked_service and p.intervention_id = any(of_interventions)),
        'contacts', (
          select json_agg(json_build_object(
            'id', id, 'referralId', referral_id, 'interventionId', intervention_id, 'staffId', staff_id, 'kind', kind,
            'on', planned_on, 'attendance', attendance, 'sawChild', saw_child, 'sawParent', saw_parent) order by planned_on)
          from contacts
          where service_id = asked_service
            and (referral_id = any(of_referrals) or intervention_id = any(of_interventions))),
        'events', (
          select json_agg(json_build_object(
            'id', id, 'referralId', referral_id, 'interventionId', intervention_id, 'kind', kind, 'topic', topic,
            'aboutId', about_id, 'on', happened_on, 'reviewOn', review_on) order by happened_on, recorded_at)
          from case_events
          where service_id = asked_service and withdrawn_on is null
            and (referral_id = any(of_referrals) or intervention_id = any(of_interventions))),
        'serviceAgreements', (
          select json_agg(json_build_object(
            'id', a.id, 'childId', a.child_id, 'madeOn', a.made_on, 'signatures', coalesce((
              select json_agg(json_build_object('signatory', s.signatory, 'on', s.signed_on))
              from signatures s where s.service_id = a.service_id and s.service_agreement_id = a.id), '[]'))
            order by a.made_on)
          from service_agreements a where a.service_id = asked_service and a.child_id = any(of_children)),
        'agreements', (
          select json_agg(json_build_object(
            'id', a.id, 'childId', a.child_id, 'ruleId', a.rule_id, 'subjectId', a.subject_id, 'grantedOn', a.granted_on,
            'untilOn', a.until_on, 'grantedBy', s.name, 'reason', a.reason) order by a.granted_on, a.recorded_at)
          from rule_agreements a join staff s on s.service_id = a.service_id and s.id = a.granted_by
          where a.service_id = asked_service and a.child_id = any(of_children)));
    end
    $body$;
  `.execute(db)
}
