import type { ExpressionBuilder } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { selectTrail, type TrailPart } from '#records/merging/merges.ts'
import type { Database } from '#records/schema.ts'
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
 * Looks at a child's record and changes to it, newest first: one more than fit on a page, which tells that there are older ones. Where
 * records were merged there is one trail of both.
 *
 * @param before  only those with a lower number
 */
export async function selectLooks(
  scope: Scope,
  { childId, before }: { readonly childId: string; readonly before: number | undefined },
): Promise<Look[]> {
  const trail = await selectTrail(scope, childId)
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
    .where(eb => eb.or(trail.map(part => eb.and(entriesOf(eb, part)))))
  if (before !== undefined) query = query.where('auditEntries.id', '<', before)
  return await query
    .orderBy('auditEntries.id', 'desc')
    .limit(pageLength + 1)
    .execute()
}

type Entries = ExpressionBuilder<Database, 'auditEntries'>

function entriesOf(eb: Entries, { childId, from, until }: TrailPart) {
  return [
    eb('auditEntries.childId', '=', childId),
    ...(from === null ? [] : [eb('auditEntries.id', '>', from)]),
    ...(until === null ? [] : [eb('auditEntries.id', '<', until)]),
  ]
}
