import type { Temporal } from 'temporal-polyfill'
import { loadsWith, type LoadWith } from '#domain/workload/fair-share.ts'
import { readCaseFacts } from './case-facts/read-case-facts.ts'
import { findPolicy } from './policy.ts'
import type { Scope } from './scope.ts'
import type { Worker } from './workers.ts'

/**
 * What giving a case to each of these workers would make of their load.
 *
 * @param caseId the referral where the case has one, else the work
 */
export async function readLoadsWith(
  scope: Scope,
  workers: readonly Worker[],
  { caseId, today }: { readonly caseId: string; readonly today: Temporal.PlainDate },
): Promise<ReadonlyMap<string, LoadWith>> {
  const cases = await readCaseFacts(scope, { of: 'service' }, today)
  return loadsWith(workers, cases, caseId, { asOf: today, policy: await findPolicy(scope) })
}
