import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { CaseFacts } from '#domain/rules/case-facts.ts'
import type { Scope } from '../scope.ts'
import { selectAroundCases } from './around-cases.ts'
import { assembleCases } from './assemble.ts'

/** Which open cases to read: a worker's own, one child's, those of the whole service. */
export type CaseSelection =
  | { readonly of: 'worker'; readonly staffId: string }
  | { readonly of: 'child'; readonly childId: string }
  | { readonly of: 'service' }

/** One open piece of work: an intervention that has not ended, or a referral still in hand. */
export interface OpenCase {
  readonly childId: string
  readonly referralId: string | null
  readonly interventionId: string | null
}

/**
 * Reads the facts of open cases for the rules: a fixed number of statements however many cases there are, and nothing of closed work.
 *
 * @param today the day on which care status is asked; a case counts as the worker's by its open allocation
 */
export async function readCaseFacts(
  scope: Scope,
  selection: CaseSelection,
  today: Temporal.PlainDate,
): Promise<CaseFacts[]> {
  const cases = await selectOpenCases(scope, selection)
  if (cases.length === 0) return []
  return assembleCases(cases, await selectAroundCases(scope, cases, today))
}

async function selectOpenCases(scope: Scope, selection: CaseSelection): Promise<OpenCase[]> {
  const { serviceId } = scope
  const ofCase = (column: 'i' | 'r') => {
    if (selection.of === 'service') return sql`true`
    if (selection.of === 'child')
      return sql`${sql.ref(`${column}.child_id`)} = ${selection.childId}`
    const subject = column === 'i' ? sql`intervention_id` : sql`referral_id`
    return sql`${sql.ref(`${column}.id`)} in (
      select ${subject} from allocations
      where service_id = ${serviceId} and staff_id = ${selection.staffId} and ended_on is null)`
  }
  const { rows } = await sql<OpenCase>`
    select i.child_id, i.referral_id, i.id as intervention_id
    from interventions i
    where i.service_id = ${serviceId} and i.ended_on is null and ${ofCase('i')}
    union all
    select r.child_id, r.id, null
    from referrals r
    where r.service_id = ${serviceId} and r.closed_on is null and r.kind = 'out-of-court' and ${ofCase('r')}
  `.execute(scope.db)
  return rows
}
