import { sql, type RawBuilder } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { CaseFacts } from '#domain/rules/case-facts.ts'
import type { Scope } from '../scope.ts'
import { selectAroundCases } from './around-cases.ts'
import { assembleCases } from './assemble.ts'
import type { OpenCase } from './open-case.ts'

/** Which open cases to read: a worker's own, one child's, those of the whole service. */
export type CaseSelection =
  | { readonly of: 'worker'; readonly staffId: string }
  | { readonly of: 'child'; readonly childId: string }
  | { readonly of: 'service' }

/**
 * Reads the facts of open cases for the rules: a fixed number of statements however many cases there are, and nothing of closed work.
 *
 * @param on the day asked: which cases were open, whose they were, who was looked after
 */
export async function readCaseFacts(
  scope: Scope,
  selection: CaseSelection,
  on: Temporal.PlainDate,
): Promise<CaseFacts[]> {
  const cases = await selectOpenCases(scope, selection, on)
  if (cases.length === 0) return []
  return assembleCases(cases, await selectAroundCases(scope, cases, on))
}

/** Work without an end is found by its own small index; work that has ended since the day asked, by the index on its end. */
async function selectOpenCases(
  scope: Scope,
  selection: CaseSelection,
  on: Temporal.PlainDate,
): Promise<OpenCase[]> {
  const { serviceId } = scope
  const { rows } = await sql<OpenCase>`
    select i.child_id, i.referral_id, i.id as intervention_id
    from interventions i
    where i.service_id = ${serviceId} and i.ended_on is null and i.started_on <= ${on} and ${ofCase(scope, selection, 'i', on)}
    union all
    select i.child_id, i.referral_id, i.id
    from interventions i
    where i.service_id = ${serviceId} and i.ended_on > ${on} and i.started_on <= ${on} and ${ofCase(scope, selection, 'i', on)}
    union all
    select r.child_id, r.id, null
    from referrals r
    where r.service_id = ${serviceId} and r.closed_on is null and r.received_on <= ${on}
      and r.kind = 'out-of-court' and ${ofCase(scope, selection, 'r', on)}
    union all
    select r.child_id, r.id, null
    from referrals r
    where r.service_id = ${serviceId} and r.closed_on > ${on} and r.received_on <= ${on}
      and r.kind = 'out-of-court' and ${ofCase(scope, selection, 'r', on)}
  `.execute(scope.db)
  return rows
}

function ofCase(
  scope: Scope,
  selection: CaseSelection,
  table: 'i' | 'r',
  on: Temporal.PlainDate,
): RawBuilder<boolean> {
  if (selection.of === 'service') return sql<boolean>`true`
  if (selection.of === 'child') {
    return sql<boolean>`${sql.ref(`${table}.child_id`)} = ${selection.childId}`
  }
  const subject = table === 'i' ? sql`intervention_id` : sql`referral_id`
  return sql<boolean>`${sql.ref(`${table}.id`)} in (
    select ${subject} from allocations
    where service_id = ${scope.serviceId} and staff_id = ${selection.staffId}
      and started_on <= ${on} and (ended_on is null or ended_on > ${on}))`
}
