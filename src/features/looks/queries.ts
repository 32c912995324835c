import type { Temporal } from 'temporal-polyfill'
import type { Scope } from '#records/scope.ts'

/** So many stand on a page. */
export const pageLength = 100

export interface Look {
  readonly id: number
  readonly at: Temporal.Instant
  /** Null for the service's own work, which nobody in particular did. */
  readonly who: string | null
  readonly role: string | null
  readonly action: string
  readonly detail: string | null
}

/**
 * Looks at a child's record and changes to it, newest first: one more than fit on a page, which tells that there are older ones.
 *
 * @param before  only those with a lower number
 */
export async function selectLooks(
  scope: Scope,
  { childId, before }: { readonly childId: string; readonly before: number | undefined },
): Promise<Look[]> {
  let query = scope.db
    .selectFrom('auditEntries')
    .leftJoin('staff', join =>
      join
        .onRef('staff.serviceId', '=', 'auditEntries.serviceId')
        .onRef('staff.id', '=', 'auditEntries.staffId'),
    )
    .select([
      'auditEntries.id',
      'auditEntries.at',
      'staff.name as who',
      'staff.role',
      'auditEntries.action',
      'auditEntries.detail',
    ])
    .where('auditEntries.serviceId', '=', scope.serviceId)
    .where('auditEntries.childId', '=', childId)
  if (before !== undefined) query = query.where('auditEntries.id', '<', before)
  return await query
    .orderBy('auditEntries.id', 'desc')
    .limit(pageLength + 1)
    .execute()
}
