import type { ChildLine } from '../format/child-line.ts'
import type { Problem } from '../reading/problem.ts'

/** What a record that was merged into another may still hold: who the child was, how the family was drawn, and what was settled about the two records. */
const stays: ReadonlySet<string> = new Set(['genogramPieces', 'merges', 'notDuplicates'])

/** Whether everything of a merged child stands with the record that was kept, and what is said of merges is whole. */
export function checkMerges(child: ChildLine): Problem[] {
  return [...leftBehind(child), ...halfUndone(child)]
}

function leftBehind(child: ChildLine): Problem[] {
  if (child.mergedIntoId === undefined) return []
  return Object.entries(child).flatMap(([path, value]) => {
    if (!Array.isArray(value) || value.length === 0 || stays.has(path)) return []
    const reason = 'belongs to a record that was merged: it stands with the record that was kept'
    return [{ path, rule: 'merged', reason }]
  })
}

function halfUndone({ merges }: ChildLine): Problem[] {
  return merges.flatMap(({ id, undoneAt, undoneBy, undoneBecause }, index) => {
    const said = [undoneAt, undoneBy, undoneBecause].filter(one => one !== undefined).length
    if (said === 0 || said === 3) return []
    const reason = 'says only in part when, by whom and why it was undone'
    return [{ path: `merges[${index}]`, rule: 'merged', reason, rowId: id }]
  })
}

/** Which merge that still stands brought a record, by the record's id; those of the child's own are not in it. */
export function broughtBy({ merges }: ChildLine): ReadonlyMap<string, string> {
  return new Map(
    merges
      .filter(({ undoneAt }) => undoneAt === undefined)
      .flatMap(({ id, rows }) =>
        rows.filter(({ wasOf }) => wasOf === 'merged').map(({ rowId }) => [rowId, id] as const),
      ),
  )
}
