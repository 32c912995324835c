import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { valuesTaken, type FieldOfMerge } from '#domain/merging/identity-fields.ts'
import type { NamedOnly } from '#domain/merging/restriction-of-both.ts'
import { insertAuditEntry } from '../audit.ts'
import { findOptionalRestriction, insertRestriction } from '../restrictions.ts'
import type { Scope } from '../scope.ts'
import { refreshSearchKeysOf } from '../search-keys.ts'
import { childColumns, type ChildColumn } from './child-columns.table.ts'
import { moveRows, writeIdentity } from './move-rows.ts'
import { joinPersons } from './person-of-both.ts'

type PlainDate = Temporal.PlainDate

/** A merge as somebody confirmed it. */
export interface NewMerge {
  readonly keptId: string
  readonly mergedId: string
  readonly reason: string
  readonly fields: readonly FieldOfMerge[]
  /** Who may open the kept record from now on; null: as before. */
  readonly restriction: NamedOnly | null
  readonly mergedBy: string
  readonly at: Temporal.Instant
  readonly today: PlainDate
}

/**
 * Makes one record of two: every row of the one points at the other from now on, and what moved is written down. The caller has locked
 * both (`lockChildren`).
 *
 * @returns the merge's id; audit entries are written for both records
 */
export async function mergeChildren(scope: Scope, merge: NewMerge): Promise<string> {
  const { keptId, mergedId, fields } = merge
  const { id: mergeId } = await scope.db
    .insertInto('childMerges')
    .values({
      serviceId: scope.serviceId,
      keptChildId: keptId,
      mergedChildId: mergedId,
      reason: merge.reason,
      fields: JSON.stringify(fields),
      mergedAt: merge.at,
      mergedBy: merge.mergedBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const one of childColumns) {
    await writeDown(scope, one, { mergeId, keptId, mergedId })
    await moveRows(scope, one, { from: mergedId, to: keptId }, 'all')
  }
  await joinPersons(scope, { mergeId, keptId, mergedId })
  if (merge.restriction !== null) await restrict(scope, mergeId, merge, merge.restriction)
  await writeIdentity(scope, keptId, valuesTaken(fields))
  await scope.db
    .updateTable('children')
    .set({ mergedIntoId: keptId })
    .where('serviceId', '=', scope.serviceId)
    .where('id', '=', mergedId)
    .execute()
  await refreshSearchKeysOf(scope, [keptId, mergedId])
  for (const childId of [keptId, mergedId]) {
    await insertAuditEntry(scope, { action: 'child.merged', childId, subjectId: mergeId })
  }
  return mergeId
}

async function writeDown(
  { db, serviceId }: Scope,
  { table, column }: ChildColumn,
  ids: { readonly mergeId: string; readonly keptId: string; readonly mergedId: string },
): Promise<void> {
  const named = sql.ref(`t.${column}`)
  await sql`
    insert into child_merge_rows (service_id, merge_id, table_name, column_name, row_id, was_of)
    select t.service_id, ${ids.mergeId}, ${table}, ${column}, t.id,
      case when ${named} = ${ids.keptId} then 'kept' else 'merged' end
    from ${sql.table(table)} t
    where t.service_id = ${serviceId} and ${named} in (${ids.keptId}, ${ids.mergedId})`.execute(db)
}

async function restrict(
  scope: Scope,
  mergeId: string,
  { keptId: childId, today: startedOn }: NewMerge,
  { why, contactId, named }: NamedOnly,
): Promise<void> {
  const replaced = await findOptionalRestriction(scope, childId)
  const names = named.map(({ id }) => id)
  const restrictionId = await insertRestriction(scope, {
    childId,
    why,
    contactId,
    names,
    startedOn,
  })
  await scope.db
    .insertInto('childMergeRestrictions')
    .values({
      serviceId: scope.serviceId,
      mergeId,
      restrictionId,
      replacedRestrictionId: replaced?.id ?? null,
    })
    .execute()
}
