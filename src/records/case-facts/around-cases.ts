import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Scope } from '../scope.ts'
import type { CaseIds, OpenCase } from './open-case.ts'
import { selectChecks, selectChildren, selectOffences, selectReferrals } from './around-children.ts'

type PlainDate = Temporal.PlainDate

export type AroundCases = Awaited<ReturnType<typeof selectAroundCases>>

/** Everything that the rules may ask of these cases, each kind in one statement. */
export async function selectAroundCases(
  scope: Scope,
  cases: readonly OpenCase[],
  today: PlainDate,
) {
  const ids: CaseIds = {
    children: [...new Set(cases.map(one => one.childId))],
    referrals: present(cases.map(one => one.referralId)),
    interventions: present(cases.map(one => one.interventionId)),
  }
  return {
    children: await selectChildren(scope, ids, today),
    referrals: await selectReferrals(scope, ids),
    interventions: await selectInterventions(scope, ids),
    offences: await selectOffences(scope, ids),
    checks: await selectChecks(scope, ids),
    outcomes: await selectOutcomes(scope, ids),
    allocations: await selectAllocations(scope, ids),
    assessments: await selectAssessments(scope, ids),
    judgements: await selectJudgements(scope, ids),
    plans: await selectPlans(scope, ids),
    contacts: await selectContacts(scope, ids),
    events: await selectEvents(scope, ids),
    serviceAgreements: await selectServiceAgreements(scope, ids),
    signatures: await selectSignatures(scope, ids),
    agreements: await selectAgreements(scope, ids),
  }
}

function present(ids: readonly (string | null)[]): string[] {
  return ids.filter(id => id !== null)
}

async function selectInterventions(scope: Scope, ids: CaseIds) {
  return await scope.db
    .selectFrom('interventions')
    .select(['id', 'kind', 'startedOn', 'endedOn'])
    .where('serviceId', '=', scope.serviceId)
    .where(sql<boolean>`id = any(${ids.interventions})`)
    .execute()
}

async function selectOutcomes(scope: Scope, ids: CaseIds) {
  const { rows } = await sql<{
    id: string
    kind: string
    decidedOn: PlainDate
    conditionsEndOn: PlainDate | null
    interventionId: string | null
    referralId: string | null
  }>`
    select o.id, o.kind, o.decided_on, o.conditions_end_on, l.intervention_id, o.referral_id
    from intervention_outcomes l
    join outcomes o on o.service_id = l.service_id and o.id = l.outcome_id
    where l.service_id = ${scope.serviceId} and l.intervention_id = any(${ids.interventions})
    union
    select o.id, o.kind, o.decided_on, o.conditions_end_on, null, o.referral_id
    from outcomes o
    where o.service_id = ${scope.serviceId} and o.referral_id = any(${ids.referrals})
    order by decided_on, id`.execute(scope.db)
  return rows
}

async function selectAllocations(scope: Scope, ids: CaseIds) {
  return await scope.db
    .selectFrom('allocations')
    .select(['id', 'referralId', 'interventionId', 'staffId', 'startedOn', 'endedOn'])
    .where('serviceId', '=', scope.serviceId)
    .where('role', '=', 'lead')
    .where(ofCases(ids))
    .orderBy('startedOn')
    .execute()
}

async function selectAssessments(scope: Scope, ids: CaseIds) {
  return await scope.db
    .selectFrom('assessments')
    .select([
      'id',
      'referralId',
      'interventionId',
      'authorId',
      'form',
      'startedOn',
      'completedOn',
      'reviewOf',
      'countersignedOn',
    ])
    .where('serviceId', '=', scope.serviceId)
    .where(ofCases(ids))
    .orderBy('startedOn')
    .execute()
}

/** Of the assessments of these cases. */
async function selectJudgements(scope: Scope, ids: CaseIds) {
  const { rows } = await sql<{ assessmentId: string; kind: string; level: string }>`
    select j.assessment_id, j.kind, j.level
    from assessments a join judgements j on j.service_id = a.service_id and j.assessment_id = a.id
    where a.service_id = ${scope.serviceId}
      and (a.referral_id = any(${ids.referrals}) or a.intervention_id = any(${ids.interventions}))`.execute(
    scope.db,
  )
  return rows
}

async function selectPlans(scope: Scope, ids: CaseIds) {
  return await scope.db
    .selectFrom('plans')
    .select(['id', 'interventionId', 'authorId', 'writtenOn', 'reviewedOn'])
    .where('serviceId', '=', scope.serviceId)
    .where(sql<boolean>`intervention_id = any(${ids.interventions})`)
    .orderBy('writtenOn')
    .orderBy('recordedAt')
    .execute()
}

async function selectContacts(scope: Scope, ids: CaseIds) {
  return await scope.db
    .selectFrom('contacts')
    .select([
      'id',
      'referralId',
      'interventionId',
      'staffId',
      'kind',
      'plannedOn',
      'attendance',
      'sawChild',
      'sawParent',
    ])
    .where('serviceId', '=', scope.serviceId)
    .where(ofCases(ids))
    .orderBy('plannedOn')
    .execute()
}

async function selectEvents(scope: Scope, ids: CaseIds) {
  return await scope.db
    .selectFrom('caseEvents')
    .select([
      'id',
      'referralId',
      'interventionId',
      'kind',
      'topic',
      'aboutId',
      'happenedOn',
      'reviewOn',
    ])
    .where('serviceId', '=', scope.serviceId)
    .where('withdrawnOn', 'is', null)
    .where(ofCases(ids))
    .orderBy('happenedOn')
    .orderBy('recordedAt')
    .execute()
}

async function selectServiceAgreements(scope: Scope, ids: CaseIds) {
  return await scope.db
    .selectFrom('serviceAgreements')
    .select(['id', 'childId', 'madeOn'])
    .where('serviceId', '=', scope.serviceId)
    .where(sql<boolean>`child_id = any(${ids.children})`)
    .orderBy('madeOn')
    .execute()
}

/** Of the plans of these cases and of the children's service agreements. */
async function selectSignatures(scope: Scope, ids: CaseIds) {
  const { rows } = await sql<{
    documentId: string
    signatory: string
    on: PlainDate
  }>`
    select s.plan_id as document_id, s.signatory, s.signed_on as "on"
    from plans p join signatures s on s.service_id = p.service_id and s.plan_id = p.id
    where p.service_id = ${scope.serviceId} and p.intervention_id = any(${ids.interventions})
    union all
    select s.service_agreement_id, s.signatory, s.signed_on
    from service_agreements a join signatures s on s.service_id = a.service_id and s.service_agreement_id = a.id
    where a.service_id = ${scope.serviceId} and a.child_id = any(${ids.children})`.execute(scope.db)
  return rows
}

async function selectAgreements(scope: Scope, ids: CaseIds) {
  const { rows } = await sql<{
    id: string
    childId: string
    ruleId: string
    subjectId: string
    grantedOn: PlainDate
    untilOn: PlainDate | null
    grantedBy: string
    reason: string
  }>`
    select a.id, a.child_id, a.rule_id, a.subject_id, a.granted_on, a.until_on, s.name as granted_by, a.reason
    from rule_agreements a join staff s on s.service_id = a.service_id and s.id = a.granted_by
    where a.service_id = ${scope.serviceId} and a.child_id = any(${ids.children})
    order by a.granted_on, a.recorded_at`.execute(scope.db)
  return rows
}

function ofCases(ids: CaseIds) {
  return sql<boolean>`(referral_id = any(${ids.referrals}) or intervention_id = any(${ids.interventions}))`
}
