import type { LongerWorkFacts } from '#domain/out-of-court/longer-work.ts'
import { listAgreements } from './agreements.ts'
import { selectServedOutcomes } from './interventions.ts'
import type { Scope } from './scope.ts'

/** What the rules in front of a step read of a piece of work: the outcomes that it serves, and what was agreed for the child. */
export async function readWorkFacts(
  scope: Scope,
  { childId, interventionId }: { readonly childId: string; readonly interventionId: string },
): Promise<Pick<LongerWorkFacts, 'interventionId' | 'outcomes' | 'agreements'>> {
  return {
    interventionId,
    outcomes: await selectServedOutcomes(scope, interventionId),
    agreements: await listAgreements(scope, childId),
  }
}
