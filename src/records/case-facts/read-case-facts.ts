import type { Temporal } from 'temporal-polyfill'
import type { CaseFacts } from '#domain/rules/case-facts.ts'
import type { Policy } from '#domain/rules/policy.ts'
import { policyFrom } from '../policy.ts'
import type { Scope } from '../scope.ts'
import { assembleCases } from './assemble.ts'
import { readCaseRows, type CaseSelection } from './case-rows.ts'

export type { CaseSelection } from './case-rows.ts'

/**
 * Reads the facts of open cases for the rules.
 *
 * @param on the day asked: which cases were open, whose they were, who was looked after
 */
export async function readCaseFacts(
  scope: Scope,
  selection: CaseSelection,
  on: Temporal.PlainDate,
): Promise<CaseFacts[]> {
  return (await readCases(scope, selection, on)).cases
}

/** The same facts, with the numbers and switches by which the service judges them. */
export async function readCases(
  scope: Scope,
  selection: CaseSelection,
  on: Temporal.PlainDate,
): Promise<{ readonly cases: CaseFacts[]; readonly policy: Policy }> {
  const rows = await readCaseRows(scope, selection, on)
  return { cases: assembleCases(rows), policy: policyFrom(rows.policyChanges, rows.closedDays) }
}
