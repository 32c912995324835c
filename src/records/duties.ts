import type { Temporal } from 'temporal-polyfill'
import { owed, type Duty } from '#domain/rules/owed.ts'
import { readCases, type CaseSelection } from './case-facts/read-case-facts.ts'
import type { Scope } from './scope.ts'

/**
 * What is owed for open cases on a day under the service's own numbers, in every state, most urgent first.
 *
 * @param asOf the day asked, inclusive
 */
export async function readDuties(
  scope: Scope,
  selection: CaseSelection,
  asOf: Temporal.PlainDate,
): Promise<Duty[]> {
  const { cases, policy } = await readCases(scope, selection, asOf)
  return owed(cases, { asOf, policy })
}
