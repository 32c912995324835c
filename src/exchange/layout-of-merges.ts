import { merge, mergeRow, notDuplicate } from './format/merging.ts'
import { part, type Part } from './part.ts'

/** What was merged into a child's record, with whose each row was. */
export const merges: Part = part({
  table: 'childMerges',
  schema: merge,
  parent: 'keptChildId',
  sortBy: 'mergedAt',
  parts: {
    rows: part({ table: 'childMergeRows', schema: mergeRow, parent: 'mergeId' }),
  },
})

/** Answers that another record is of another child. */
export const notDuplicates: Part = part({
  table: 'notDuplicates',
  schema: notDuplicate,
  parent: 'childId',
  sortBy: 'answeredAt',
})
