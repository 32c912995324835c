import { compareForUndo, type FieldToUndo, type Side } from '#domain/merging/identity-fields.ts'
import { NotFound } from '#platform/http/errors.ts'
import { displayName, findChild, type Child } from '#records/children.ts'
import { findMerge, readOtherMerges, type Merge } from '#records/merging/merges.ts'
import {
  fingerprintOf,
  selectIdentities,
  selectNamesOfRows,
  type NamedRow,
} from '#records/merging/rows-of-children.ts'
import { readToUndo, type ToUndo } from '#records/merging/undo-merge.ts'
import type { PageContext } from '../page.ts'
import { countRowsOfMerges, type RowsOfMerge } from './rows-of-merges.ts'

/** A merge with everything that its undoing is about. */
export interface LoadedUndo {
  readonly child: Child
  readonly merge: Merge
  readonly rows: ToUndo
  /** It was a merge into a record that is itself part of this one: that one has to be parted first. */
  readonly isOfAnother: boolean
  readonly fields: readonly FieldToUndo[]
  /** What came with the merge, kind by kind. */
  readonly brought: readonly RowsOfMerge[]
  /** What the page says of rows recorded since, by id. */
  readonly names: ReadonlyMap<string, NamedRow>
  readonly seen: string
  /** What the child is called in each record once they are parted: the given and the family name of that record. */
  readonly called: { readonly kept: string; readonly merged: string }
}

const nothing: ToUndo = { now: [], goingBack: [], since: [], groups: [] }

/** Everything that undoing a merge is about. @throws NotFound where there is no such merge, or it is undone already */
export async function readUndo(
  { scope, user }: PageContext,
  ids: { readonly childId: string; readonly mergeId: string },
): Promise<LoadedUndo> {
  const child = await findChild(scope, user, ids.childId)
  const merge = await findMerge(scope, ids)
  if (merge.undoneAt !== null) throw new NotFound()
  const isOfAnother = merge.keptId !== child.id
  const rows = isOfAnother ? nothing : await readToUndo(scope, merge)
  const now = (await selectIdentities(scope, [child.id])).get(child.id) ?? {}
  return {
    child,
    merge,
    rows,
    isOfAnother,
    fields: isOfAnother
      ? []
      : compareForUndo(merge.fields, now, await readOtherMerges(scope, merge)),
    brought: await countRowsOfMerges(scope, [merge.id]),
    names: await selectNamesOfRows(
      scope,
      rows.since.map(({ id }) => id),
    ),
    seen: fingerprintOf([now], rows.now),
    called: {
      kept: nameIn(merge, 'kept', displayName(child)),
      merged: nameIn(merge, 'merged', merge.mergedName),
    },
  }
}

function nameIn({ fields }: Merge, side: Side, otherwise: string): string {
  const names = ['given_name', 'family_name'].map(
    key => fields.find(({ field }) => field === key)?.[side][key],
  )
  return names.every(name => typeof name === 'string') ? names.join(' ') : otherwise
}
