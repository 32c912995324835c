import type { Scope } from './scope.ts'

export interface AuditEntry {
  /** What was done, as `subject.verb`: `referral.recorded`, `child.looked-at`. */
  readonly action: string
  readonly childId?: string | null
  /** The row that was made, changed or looked at. */
  readonly subjectId?: string | null
  /** Which page or step; never personal data. */
  readonly detail?: string | null
}

/** Writes down a change or a look, in the transaction of what it describes. */
export async function insertAuditEntry(scope: Scope, entry: AuditEntry): Promise<void> {
  await scope.db
    .insertInto('auditEntries')
    .values({
      serviceId: scope.serviceId,
      staffId: scope.staffId,
      action: entry.action,
      childId: entry.childId ?? null,
      subjectId: entry.subjectId ?? null,
      detail: entry.detail ?? null,
    })
    .execute()
}
