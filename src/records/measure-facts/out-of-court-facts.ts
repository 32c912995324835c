import type { Period } from '#domain/calendar/period.ts'
import type { OutcomeName } from '#domain/measures/disposal-names.ts'
import type { OutOfCourtDecision, OutOfCourtFacts } from '#domain/measures/out-of-court-table.ts'
import type { HigherOutcome } from '#domain/measures/out-of-court-table.ts'
import {
  appealStatuses,
  isCourtOutcome,
  outcomeKindList,
  outcomeKinds,
  panelDecisions,
  residences,
} from '#domain/vocabulary/outcomes.ts'
import { readCode } from '../codes.ts'
import type { Scope } from '../scope.ts'
import { listOutcomeNames } from '../services.ts'
import { knownDays, type AskedPeriod } from './asked-period.ts'

const higherKinds = outcomeKindList.filter(
  kind => kind === 'youth-conditional-caution' || isCourtOutcome(kind),
)

/** What the out-of-court table reads, in three statements. */
export async function readOutOfCourtFacts(
  scope: Scope,
  asked: AskedPeriod,
): Promise<OutOfCourtFacts> {
  const days = knownDays(asked)
  return {
    outcomeNames: await readOutcomeNames(scope),
    decisions: await selectDecisions(scope, days),
    higherOutcomes: await selectHigherOutcomes(scope, days),
  }
}

/** The service's own names for outcomes, in its order. */
export async function readOutcomeNames(scope: Scope): Promise<OutcomeName[]> {
  const names = await listOutcomeNames(scope)
  return names.map(({ id, kind, name }) => ({ id, kind: readCode(outcomeKinds, kind), name }))
}

async function selectDecisions(scope: Scope, days: Period): Promise<OutOfCourtDecision[]> {
  const rows = await scope.db
    .selectFrom('outcomes')
    .select(['id', 'childId', 'kind', 'localName', 'decidedOn', 'residence', 'appeal'])
    .where('serviceId', '=', scope.serviceId)
    .where('decidedOn', '>=', days.from)
    .where('decidedOn', '<=', days.to)
    .where('kind', 'in', panelDecisions)
    .execute()
  return rows.map(row => ({
    ...row,
    kind: readCode(outcomeKinds, row.kind),
    residence: readCode(residences, row.residence),
    appeal: readCode(appealStatuses, row.appeal),
  }))
}

async function selectHigherOutcomes(scope: Scope, days: Period): Promise<HigherOutcome[]> {
  const cautioned = scope.db
    .selectFrom('outcomes as caution')
    .select('caution.childId')
    .where('caution.serviceId', '=', scope.serviceId)
    .where('caution.decidedOn', '>=', days.from)
    .where('caution.decidedOn', '<=', days.to)
    .where('caution.kind', '=', 'youth-caution')
  const rows = await scope.db
    .selectFrom('outcomes')
    .select(['childId', 'kind', 'decidedOn', 'appeal'])
    .where('serviceId', '=', scope.serviceId)
    .where('childId', 'in', cautioned)
    .where('decidedOn', '<', days.to)
    .where('kind', 'in', higherKinds)
    .execute()
  return rows.map(row => ({
    ...row,
    kind: readCode(outcomeKinds, row.kind),
    appeal: readCode(appealStatuses, row.appeal),
  }))
}
