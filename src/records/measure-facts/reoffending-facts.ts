import { sql } from 'kysely'
import { addMonths } from '#domain/calendar/months.ts'
import type { Period } from '#domain/calendar/period.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { FollowedOffence } from '#domain/measures/further-offences.ts'
import { reoffendingSettings } from '#domain/measures/reoffending.ts'
import type { FollowedDisposal, ReoffendingFacts } from '#domain/measures/reoffending.ts'
import {
  appealStatuses,
  isOutOfCourtDisposal,
  outcomeKindList,
  outcomeKinds,
} from '#domain/vocabulary/outcomes.ts'
import { readCode } from '../codes.ts'
import type { Scope } from '../scope.ts'
import { knownDays, type AskedPeriod } from './asked-period.ts'
import { readOutcomeNames } from './out-of-court-facts.ts'

const disposalKinds = outcomeKindList.filter(isOutOfCourtDisposal)

/** What the re-offending measure reads, in three statements. */
export async function readReoffendingFacts(
  scope: Scope,
  asked: AskedPeriod,
): Promise<ReoffendingFacts> {
  const days = knownDays(asked)
  return {
    outcomeNames: await readOutcomeNames(scope),
    disposals: await selectDisposals(scope, days),
    offences: await selectLaterOffences(scope, days, asked.asOf),
  }
}

async function selectDisposals(scope: Scope, days: Period): Promise<FollowedDisposal[]> {
  const rows = await scope.db
    .selectFrom('outcomes as o')
    .innerJoin('children as c', join =>
      join.onRef('c.serviceId', '=', 'o.serviceId').onRef('c.id', '=', 'o.childId'),
    )
    .select(['o.id', 'o.childId', 'o.referralId', 'o.kind', 'o.decidedOn', 'o.appeal', 'c.bornOn'])
    .where('o.serviceId', '=', scope.serviceId)
    .where('o.decidedOn', '>=', days.from)
    .where('o.decidedOn', '<=', days.to)
    .where('o.kind', 'in', disposalKinds)
    .execute()
  return rows.map(row => ({
    ...row,
    kind: readCode(outcomeKinds, row.kind),
    appeal: readCode(appealStatuses, row.appeal),
  }))
}

interface OffenceRow {
  readonly id: string
  readonly childId: string
  readonly referralId: string | null
  readonly isReferralClosed: boolean
  readonly occurredOn: PlainDate
  readonly outcomeId: string | null
  readonly kind: string | null
  readonly decidedOn: PlainDate | null
  readonly appeal: string | null
}

/** The children's offences that can lie in anybody's follow-up, each with its outcomes: one row for each pair. */
async function selectLaterOffences(
  scope: Scope,
  days: Period,
  asOf: PlainDate,
): Promise<FollowedOffence[]> {
  const lastDay = addMonths(days.to, reoffendingSettings.followUpMonths)
  const { rows } = await sql<OffenceRow>`
    select f.id, f.child_id, f.referral_id, f.occurred_on,
      coalesce(r.closed_on <= ${asOf}::date, false) as is_referral_closed,
      o.id as outcome_id, o.kind, o.decided_on, o.appeal
    from offences f
    left join referrals r on r.service_id = f.service_id and r.id = f.referral_id
    left join outcome_offences l on l.service_id = f.service_id and l.offence_id = f.id
    left join outcomes o on o.service_id = l.service_id and o.id = l.outcome_id
    where f.service_id = ${scope.serviceId}
      and f.occurred_on > ${days.from} and f.occurred_on <= ${lastDay}
      and f.child_id in (
        select d.child_id from outcomes d
        where d.service_id = ${scope.serviceId} and d.decided_on between ${days.from} and ${days.to}
          and d.kind = any(${disposalKinds}))`.execute(scope.db)
  return [...Map.groupBy(rows, row => row.id).values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [offenceOf(first, others)],
  )
}

function offenceOf(first: OffenceRow, others: readonly OffenceRow[]): FollowedOffence {
  const { id, childId, referralId, isReferralClosed, occurredOn } = first
  const outcomes = [first, ...others].flatMap(outcomeOf)
  return { id, childId, referralId, isReferralClosed, occurredOn, outcomes }
}

function outcomeOf({
  outcomeId,
  kind,
  decidedOn,
  appeal,
}: OffenceRow): FollowedOffence['outcomes'] {
  if (outcomeId === null || kind === null || decidedOn === null || appeal === null) return []
  return [
    {
      id: outcomeId,
      kind: readCode(outcomeKinds, kind),
      decidedOn,
      appeal: readCode(appealStatuses, appeal),
    },
  ]
}
