import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { IdentityValues, Side } from '#domain/merging/identity-fields.ts'
import {
  groupWorkSince,
  type GroupSince,
  type RowBefore,
} from '#domain/merging/work-since-merge.ts'
import { insertAuditEntry } from '../audit.ts'
import { findOptionalRestriction, insertRestriction, liftRestriction } from '../restrictions.ts'
import type { Scope } from '../scope.ts'
import { refreshSearchKeysOf } from '../search-keys.ts'
import { childColumns } from './child-columns.table.ts'
import type { Merge } from './merges.ts'
import { moveNamedRows, writeIdentity } from './move-rows.ts'
import { partPersons } from './person-of-both.ts'
import { selectRowsNaming, type NamingRow } from './rows-of-children.ts'

/** What undoing a merge is about: rows that go back, and groups of rows that were recorded since. */
export interface ToUndo {
  /** Everything that names the kept child now. */
  readonly now: readonly NamingRow[]
  readonly goingBack: readonly NamingRow[]
  readonly since: readonly NamingRow[]
  readonly groups: readonly GroupSince[]
}

/** Sorts the rows of the kept record as it stands into what came with the merge, what was there and what was recorded since. */
export async function readToUndo(scope: Scope, merge: Merge): Promise<ToUndo> {
  const now = (await selectRowsNaming(scope, [merge.keptId])).toSorted(inOrderOfList)
  const sides = await selectSides(scope, merge)
  const before: RowBefore[] = []
  const goingBack: NamingRow[] = []
  const since: NamingRow[] = []
  for (const row of now) {
    const wasOf = sides.get(keyOf(row))
    if (wasOf === undefined) since.push(row)
    else before.push({ ...row, wasOf })
    if (wasOf === 'merged') goingBack.push(row)
  }
  return { now, goingBack, since, groups: groupWorkSince(since, before) }
}

/** Referrals before what hangs on them, as the list of columns has them. */
function inOrderOfList(a: NamingRow, b: NamingRow): number {
  return placeInList(a) - placeInList(b)
}

function placeInList({ table, column }: NamingRow): number {
  return childColumns.findIndex(one => one.table === table && one.column === column)
}

/** Whose each row was: as this merge wrote it down; what other merges brought, and did not take back, is the kept child's. */
async function selectSides(scope: Scope, merge: Merge): Promise<Map<string, Side>> {
  const { rows } = await sql<{ key: string; wasOf: Side }>`
    select r.table_name || '.' || r.column_name || '.' || r.row_id as key, 'kept' as was_of
    from child_merges m
    join child_merge_rows r on r.service_id = m.service_id and r.merge_id = m.id and r.was_of = 'merged'
    where m.service_id = ${scope.serviceId} and m.kept_child_id = ${merge.keptId}
      and m.undone_at is null and m.id <> ${merge.id}
    union all
    select r.table_name || '.' || r.column_name || '.' || r.row_id, r.was_of
    from child_merge_rows r
    where r.service_id = ${scope.serviceId} and r.merge_id = ${merge.id}`.execute(scope.db)
  return new Map(rows.map(({ key, wasOf }) => [key, wasOf]))
}

function keyOf({ table, column, id }: NamingRow): string {
  return `${table}.${column}.${id}`
}

/** An undoing as somebody confirmed it. */
export interface Undoing {
  readonly merge: Merge
  readonly rows: ToUndo
  /** Groups of rows recorded since that go to the merged child, by the group's id. */
  readonly given: ReadonlySet<string>
  /** What is written into each record's own row. */
  readonly values: Readonly<Record<Side, IdentityValues>>
  readonly because: string
  readonly undoneBy: string
  readonly at: Temporal.Instant
  readonly today: Temporal.PlainDate
}

/** Parts two records again: rows go back whence they came, with what was given of the work since. The caller has locked both. */
export async function undoMerge(scope: Scope, undoing: Undoing): Promise<void> {
  const { merge, rows, given } = undoing
  const { keptId, mergedId } = merge
  await scope.db
    .updateTable('childMerges')
    .set({
      undoneAt: undoing.at,
      undoneBy: undoing.undoneBy,
      undoneBecause: undoing.because,
    })
    .where('serviceId', '=', scope.serviceId)
    .where('id', '=', merge.id)
    .execute()
  await scope.db
    .updateTable('children')
    .set({ mergedIntoId: null })
    .where('serviceId', '=', scope.serviceId)
    .where('id', '=', mergedId)
    .execute()
  const going = new Set(
    rows.groups
      .filter(({ id, goesTo }) => (goesTo ?? (given.has(id) ? 'merged' : 'kept')) === 'merged')
      .flatMap(({ rowIds }) => rowIds),
  )
  const since = rows.since.filter(({ id }) => going.has(id))
  await moveNamedRows(scope, { from: keptId, to: mergedId }, [...rows.goingBack, ...since])
  await writeIdentity(scope, keptId, undoing.values.kept)
  await writeIdentity(scope, mergedId, undoing.values.merged)
  await partPersons(scope, { mergeId: merge.id, keptId, mergedId })
  await restoreRestriction(scope, undoing)
  await refreshSearchKeysOf(scope, [keptId, mergedId])
  for (const childId of [keptId, mergedId]) {
    await insertAuditEntry(scope, { action: 'child.merge-undone', childId, subjectId: merge.id })
  }
}

/** The kept record is as open as before the merge, unless somebody named others since. */
async function restoreRestriction(scope: Scope, { merge, today }: Undoing): Promise<void> {
  const made = await scope.db
    .selectFrom('childMergeRestrictions')
    .select(['restrictionId', 'replacedRestrictionId'])
    .where('serviceId', '=', scope.serviceId)
    .where('mergeId', '=', merge.id)
    .executeTakeFirst()
  const current = await findOptionalRestriction(scope, merge.keptId)
  if (made === undefined || current?.id !== made.restrictionId) return
  if (made.replacedRestrictionId === null) {
    await liftRestriction(scope, merge.keptId, today)
    return
  }
  const before = await scope.db
    .selectFrom('restrictions')
    .select(['why', 'contactId'])
    .where('serviceId', '=', scope.serviceId)
    .where('id', '=', made.replacedRestrictionId)
    .executeTakeFirstOrThrow()
  const names = await scope.db
    .selectFrom('restrictionNames')
    .select('staffId')
    .where('serviceId', '=', scope.serviceId)
    .where('restrictionId', '=', made.replacedRestrictionId)
    .execute()
  await insertRestriction(scope, {
    childId: merge.keptId,
    ...before,
    names: names.map(({ staffId }) => staffId),
    startedOn: today,
  })
}
