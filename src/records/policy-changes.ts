import type { Temporal } from 'temporal-polyfill'
import type { Scope } from './scope.ts'

/** One change of the policy pack with who made it and why: a number of a parameter, or whether the rule holds. */
export type PolicyChange = {
  readonly id: string
  readonly ruleId: string
  /** The first day on which it holds. */
  readonly from: Temporal.PlainDate
  readonly reason: string
  /** The name of who made it. */
  readonly by: string
  readonly recordedAt: Temporal.Instant
} & (
  | { readonly kind: 'number'; readonly parameter: string; readonly value: number }
  | { readonly kind: 'switch'; readonly isOn: boolean }
)

/** A day on which the service's offices are closed, with who said so and why. */
export interface ClosedDay {
  readonly id: string
  readonly closedOn: Temporal.PlainDate
  readonly reason: string
  readonly by: string
  readonly recordedAt: Temporal.Instant
}

/** Every change of the service's policy pack in the order in which they were recorded. */
export async function listPolicyChanges(scope: Scope): Promise<PolicyChange[]> {
  const rows = await scope.db
    .selectFrom('policyChanges as c')
    .innerJoin('staff as s', join =>
      join.onRef('s.serviceId', '=', 'c.serviceId').onRef('s.id', '=', 'c.changedBy'),
    )
    .select(['c.id', 'c.ruleId', 'c.parameter', 'c.value', 'c.isOn', 'c.holdsFrom as from'])
    .select(['c.reason', 's.name as by', 'c.recordedAt'])
    .where('c.serviceId', '=', scope.serviceId)
    .orderBy('c.recordedAt')
    .orderBy('c.id')
    .execute()
  return rows.flatMap(({ parameter, value, isOn, ...change }): PolicyChange[] => {
    if (isOn !== null) return [{ ...change, kind: 'switch', isOn }]
    if (parameter === null || value === null) return []
    return [{ ...change, kind: 'number', parameter, value }]
  })
}

/** Days on which the service's offices are closed besides weekends and bank holidays, earliest first. */
export async function listClosedDays(scope: Scope): Promise<ClosedDay[]> {
  return await scope.db
    .selectFrom('closedDays as d')
    .innerJoin('staff as s', join =>
      join.onRef('s.serviceId', '=', 'd.serviceId').onRef('s.id', '=', 'd.recordedBy'),
    )
    .select(['d.id', 'd.closedOn', 'd.reason', 's.name as by', 'd.recordedAt'])
    .where('d.serviceId', '=', scope.serviceId)
    .orderBy('d.closedOn')
    .execute()
}
