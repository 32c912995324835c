import type { Temporal } from 'temporal-polyfill'
import type { DecisionEvidence } from '#domain/out-of-court/decision-facts.ts'
import { isLookedAfter } from '#domain/vocabulary/children.ts'
import { listAgreements } from './agreements.ts'
import { findAssessment, findOptionalAssessmentOf } from './assessments.ts'
import { findPanelOfReferral } from './panels.ts'
import { findReferral } from './referrals.ts'
import type { Scope } from './scope.ts'

type PlainDate = Temporal.PlainDate

/**
 * What the record holds in front of the decision about a referral.
 *
 * @param today the day on which the child's care status is asked, inclusive
 * @throws NotFound when there is no such referral, or it is another child's
 */
export async function readDecisionFacts(
  scope: Scope,
  childId: string,
  referralId: string,
  today: PlainDate,
): Promise<DecisionEvidence> {
  const referral = await findReferral(scope, childId, referralId)
  const panel = await findPanelOfReferral(scope, referralId)
  const statuses = await selectCareStatuses(scope, childId, today)
  return {
    referralId,
    victimKnown: referral.victimKnown,
    isLookedAfter: statuses.some(isLookedAfter),
    checks: referral.checks,
    panel: panel && { id: panel.panelId, heldOn: panel.heldOn, attendances: panel.attendances },
    assessment: await readAssessment(scope, childId, referralId),
    explanation: await selectLastExplanation(scope, referralId),
    agreements: await listAgreements(scope, childId),
  }
}

async function selectCareStatuses(scope: Scope, childId: string, on: PlainDate): Promise<string[]> {
  const rows = await scope.db
    .selectFrom('circumstances')
    .select('value')
    .where('serviceId', '=', scope.serviceId)
    .where('childId', '=', childId)
    .where('kind', '=', 'care-status')
    .where('withdrawnOn', 'is', null)
    .where('startedOn', '<=', on)
    .where(({ eb, or }) => or([eb('endedOn', 'is', null), eb('endedOn', '>', on)]))
    .execute()
  return rows.map(row => row.value)
}

async function readAssessment(
  scope: Scope,
  childId: string,
  referralId: string,
): Promise<DecisionEvidence['assessment']> {
  const line = await findOptionalAssessmentOf(scope, childId, referralId)
  if (line === undefined) return null
  const { judgements } = await findAssessment(scope, childId, line.id)
  const judged = judgements.filter(one => one.level !== null && one.reasons.trim() !== '')
  return {
    id: line.id,
    form: line.form,
    completedOn: line.completedOn,
    countersignedOn: line.countersignedOn,
    judged: judged.map(one => one.kind),
  }
}

/** The last explanation counts: it may have taken more than one. */
async function selectLastExplanation(
  scope: Scope,
  referralId: string,
): Promise<DecisionEvidence['explanation']> {
  const row = await scope.db
    .selectFrom('explanations')
    .select(['explainedOn as on', 'childUnderstood', 'parentUnderstood'])
    .where('serviceId', '=', scope.serviceId)
    .where('referralId', '=', referralId)
    .orderBy('explainedOn', 'desc')
    .orderBy('recordedAt', 'desc')
    .executeTakeFirst()
  return row ?? null
}
