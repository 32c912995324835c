import type { InterventionFacts } from '#domain/measures/interventions.ts'
import { interventionKinds } from '#domain/vocabulary/work.ts'
import { readCode } from '../codes.ts'
import type { Scope } from '../scope.ts'
import { knownDays, type AskedPeriod } from './asked-period.ts'

/** What the interventions measure reads, in one statement: the interventions that started in the period. */
export async function readInterventionFacts(
  scope: Scope,
  asked: AskedPeriod,
): Promise<InterventionFacts> {
  const { from, to } = knownDays(asked)
  const rows = await scope.db
    .selectFrom('interventions')
    .select(['id', 'childId', 'kind', 'startedOn'])
    .where('serviceId', '=', scope.serviceId)
    .where('startedOn', '>=', from)
    .where('startedOn', '<=', to)
    .execute()
  return {
    interventions: rows.map(row => ({ ...row, kind: readCode(interventionKinds, row.kind) })),
  }
}
