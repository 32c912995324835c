import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { insertAuditEntry } from '#records/audit.ts'
import type { Scope } from '#records/scope.ts'

interface Settled {
  readonly by: string
  readonly reason: string
}

interface RuleChange extends Settled {
  readonly ruleId: string
  /** The first day on which it holds. */
  readonly from: PlainDate
}

/** Keeps another number of a rule. */
export async function insertNumberChange(
  scope: Scope,
  change: RuleChange & { readonly parameter: string; readonly value: number },
): Promise<void> {
  await insertChange(scope, change, { parameter: change.parameter, value: change.value })
}

/** Keeps that a rule is on or off. */
export async function insertSwitch(
  scope: Scope,
  change: RuleChange & { readonly isOn: boolean },
): Promise<void> {
  await insertChange(scope, change, { isOn: change.isOn })
}

async function insertChange(
  scope: Scope,
  { ruleId, from, reason, by }: RuleChange,
  what: { readonly parameter: string; readonly value: number } | { readonly isOn: boolean },
): Promise<void> {
  const { id } = await scope.db
    .insertInto('policyChanges')
    .values({
      serviceId: scope.serviceId,
      ruleId,
      holdsFrom: from,
      reason,
      changedBy: by,
      ...what,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await insertAuditEntry(scope, { action: 'policy.changed', subjectId: id, detail: ruleId })
}

/** Keeps a day on which the offices are closed. */
export async function insertClosedDay(
  scope: Scope,
  { closedOn, reason, by }: Settled & { readonly closedOn: PlainDate },
): Promise<void> {
  const { id } = await scope.db
    .insertInto('closedDays')
    .values({ serviceId: scope.serviceId, closedOn, reason, recordedBy: by })
    .returning('id')
    .executeTakeFirstOrThrow()
  await insertAuditEntry(scope, { action: 'policy.day-closed', subjectId: id })
}
