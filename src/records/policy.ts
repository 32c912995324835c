import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { policyOf, type Policy, type PolicyPack } from '#domain/rules/policy.ts'
import { policyRules } from '#domain/rules/rule-book.ts'
import type { Scope } from './scope.ts'

/** The rule book's numbers and switches as this service has settled them. */
export async function findPolicy(scope: Scope): Promise<Policy> {
  return policyOf(await readPolicyPack(scope), policyRules)
}

/** Every change that the service has made, in the order in which they were recorded. */
export async function readPolicyPack(scope: Scope): Promise<PolicyPack> {
  const changes = await scope.db
    .selectFrom('policyChanges')
    .select(['ruleId', 'parameter', 'value', 'isOn', 'holdsFrom as from'])
    .where('serviceId', '=', scope.serviceId)
    .orderBy('recordedAt')
    .execute()
  const closed = await scope.db
    .selectFrom('closedDays')
    .select('closedOn')
    .where('serviceId', '=', scope.serviceId)
    .orderBy('closedOn')
    .execute()
  return packOf(
    changes,
    closed.map(({ closedOn }) => closedOn),
  )
}

interface PolicyChange {
  readonly ruleId: string
  readonly parameter: string | null
  readonly value: number | null
  readonly isOn: boolean | null
  readonly from: PlainDate
}

/** The service's policy, from its changes in the order in which they were recorded and the days on which it is closed. */
export function policyFrom(
  changes: readonly PolicyChange[],
  closedDays: readonly PlainDate[],
): Policy {
  return policyOf(packOf(changes, closedDays), policyRules)
}

function packOf(changes: readonly PolicyChange[], closedDays: readonly PlainDate[]): PolicyPack {
  return {
    numbers: changes.flatMap(({ ruleId, parameter, value, from }) =>
      parameter === null || value === null ? [] : [{ ruleId, parameter, value, from }],
    ),
    switches: changes.flatMap(({ ruleId, isOn, from }) =>
      isOn === null ? [] : [{ ruleId, isOn, from }],
    ),
    closedDays,
  }
}
