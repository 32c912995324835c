import { sql, type RawBuilder } from 'kysely'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { CheckFact } from '#domain/referrals/checks.ts'
import type { ReferralFacts } from '#domain/referrals/referral-stage.ts'
import { careStatuses, isLookedAfter } from '#domain/vocabulary/children.ts'
import { isOutcomeKind } from '#domain/vocabulary/outcomes.ts'
import { checkKinds, checkResults, referralKinds } from '#domain/vocabulary/work.ts'
import { readCode } from './codes.ts'
import type { Scope } from './scope.ts'
import { isVisibleTo, type Viewer } from './visible-children.ts'

/** A referral with the facts from which its stage is derived, and the ids of what has been made of it. */
export interface ReferralSummary extends ReferralFacts {
  readonly id: string
  readonly childId: string
  readonly childName: string
  readonly receivedOn: PlainDate
  readonly assessmentId: string | null
  readonly outcomeId: string | null
  readonly interventionId: string | null
}

/** So many referrals stand on a page of the list. */
export const referralsOnAPage = 50

/**
 * A page of the referrals in hand of children whom the viewer may know of, oldest first.
 *
 * @param page counted from 1
 * @returns the page's referrals, none beyond the last page, and how many are in hand in all
 */
export async function listReferralsInHand(
  scope: Scope,
  viewer: Viewer,
  page: number,
): Promise<{ readonly referrals: ReferralSummary[]; readonly inHand: number }> {
  const { rows } = await sql<{ id: string; inHand: number }>`
    select r.id, count(*) over () as in_hand
    from referrals r
    where r.service_id = ${scope.serviceId} and r.closed_on is null
      and not exists (
        select from interventions i where i.service_id = r.service_id and i.referral_id = r.id)
      and ${isVisibleTo(scope, viewer, sql.ref('r.child_id'))}
    order by r.received_on, r.recorded_at, r.id
    limit ${referralsOnAPage} offset ${(page - 1) * referralsOnAPage}`.execute(scope.db)
  const ids = rows.map(row => row.id)
  const referrals = await selectSummaries(scope, sql`r.id = any(${ids}::uuid[])`)
  return { referrals, inHand: rows[0]?.inHand ?? 0 }
}

/** The facts of one referral; undefined when the child has no such referral. */
export async function findOptionalSummary(
  scope: Scope,
  childId: string,
  referralId: string,
): Promise<ReferralSummary | undefined> {
  const found = await selectSummaries(scope, sql`r.child_id = ${childId} and r.id = ${referralId}`)
  return found[0]
}

/** The facts of the referrals that are listed for a panel, oldest first. */
export async function listReferralsOfPanel(
  scope: Scope,
  panelId: string,
): Promise<ReferralSummary[]> {
  return await selectSummaries(
    scope,
    sql`r.id in (select l.referral_id from panel_listings l
      where l.service_id = ${scope.serviceId} and l.panel_id = ${panelId} and l.withdrawn_on is null)`,
  )
}

interface SummaryRow {
  readonly id: string
  readonly childId: string
  readonly childName: string
  readonly kind: string
  readonly receivedOn: PlainDate
  readonly victimKnown: boolean | null
  readonly isLookedAfter: boolean
  readonly closedOn: PlainDate | null
  readonly assessor: string | null
  readonly assessmentId: string | null
  readonly assessmentStartedOn: PlainDate | null
  readonly assessmentCompletedOn: PlainDate | null
  readonly panelOn: PlainDate | null
  readonly explainedOn: PlainDate | null
  readonly outcomeId: string | null
  readonly outcomeKind: string | null
  readonly decidedOn: PlainDate | null
  readonly interventionId: string | null
  readonly workStartedOn: PlainDate | null
}

const lookedAfterStatuses = Object.keys(careStatuses).filter(isLookedAfter)

async function selectSummaries(
  scope: Scope,
  condition: RawBuilder<unknown>,
): Promise<ReferralSummary[]> {
  const { rows } = await sql<SummaryRow>`
    select r.id, r.child_id, r.kind, r.received_on, r.victim_known, r.closed_on,
      coalesce(c.known_as, c.given_name) || ' ' || c.family_name as child_name,
      exists (
        select from circumstances s
        where s.service_id = c.service_id and s.child_id = c.id and s.kind = 'care-status'
          and s.value = any(${lookedAfterStatuses}) and s.ended_on is null and s.withdrawn_on is null) as is_looked_after,
      w.name as assessor,
      a.id as assessment_id, a.started_on as assessment_started_on, a.completed_on as assessment_completed_on,
      p.held_on as panel_on, e.explained_on,
      o.id as outcome_id, o.kind as outcome_kind, o.decided_on,
      i.id as intervention_id, i.started_on as work_started_on
    from referrals r
    join children c on c.service_id = r.service_id and c.id = r.child_id
    left join lateral (
      select s.name from allocations l join staff s on s.service_id = l.service_id and s.id = l.staff_id
      where l.service_id = r.service_id and l.referral_id = r.id and l.role = 'lead'
        and (l.ended_on is null or r.closed_on is not null)
      order by l.started_on desc, l.recorded_at desc limit 1) w on true
    left join lateral (
      select x.id, x.started_on, x.completed_on from assessments x
      where x.service_id = r.service_id and x.referral_id = r.id
      order by x.started_on desc, x.id limit 1) a on true
    left join lateral (
      select n.held_on from panel_listings l
      join panels n on n.service_id = l.service_id and n.id = l.panel_id
      where l.service_id = r.service_id and l.referral_id = r.id and l.withdrawn_on is null
      order by n.held_on desc limit 1) p on true
    left join lateral (
      select max(x.explained_on) as explained_on from explanations x
      where x.service_id = r.service_id and x.referral_id = r.id) e on true
    left join lateral (
      select x.id, x.kind, x.decided_on from outcomes x
      where x.service_id = r.service_id and x.referral_id = r.id
      order by x.decided_on desc, x.recorded_at desc limit 1) o on true
    left join lateral (
      select x.id, x.started_on from interventions x
      where x.service_id = r.service_id and x.referral_id = r.id
      order by x.started_on limit 1) i on true
    where r.service_id = ${scope.serviceId} and ${condition}
    order by r.received_on, r.recorded_at, r.id`.execute(scope.db)
  const checks = await selectChecks(
    scope,
    rows.map(row => row.id),
  )
  return rows.map(row => toSummary(row, checks.get(row.id) ?? []))
}

function toSummary(row: SummaryRow, checks: readonly CheckFact[]): ReferralSummary {
  const { assessmentStartedOn: startedOn, assessmentCompletedOn: completedOn } = row
  const { outcomeKind, decidedOn } = row
  return {
    ...row,
    kind: readCode(referralKinds, row.kind),
    checks,
    assessment: startedOn === null ? null : { startedOn, completedOn },
    decision:
      outcomeKind !== null && decidedOn !== null && isOutcomeKind(outcomeKind)
        ? { kind: outcomeKind, on: decidedOn }
        : null,
  }
}

/** Checks by referral, each in the order in which they were recorded. */
async function selectChecks(
  scope: Scope,
  referralIds: readonly string[],
): Promise<ReadonlyMap<string, readonly CheckFact[]>> {
  const { rows } = await sql<{
    referralId: string
    kind: string
    result: string
    on: PlainDate
  }>`
    select referral_id, kind, result, checked_on as "on" from referral_checks
    where service_id = ${scope.serviceId} and referral_id = any(${[...referralIds]}::uuid[])
    order by recorded_at`.execute(scope.db)
  const byReferral = new Map<string, CheckFact[]>()
  for (const { referralId, kind, result, on } of rows) {
    const check = { kind: readCode(checkKinds, kind), result: readCode(checkResults, result), on }
    const group = byReferral.get(referralId)
    if (group === undefined) byReferral.set(referralId, [check])
    else group.push(check)
  }
  return byReferral
}
