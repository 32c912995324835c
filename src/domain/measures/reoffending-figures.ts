import { countFigure, shareFigure, type Figure } from './figures.ts'
import { rowsAnswered, rowsInGroup, type SubjectRow } from './subject-row.ts'

/** Children followed together, by the kind of disposal they received, under the names that the service shows. */
export interface FollowedGroup {
  readonly id: string
  readonly name: string
}

/** For each group of disposals: the share, and beside it what the share cannot say. */
export function reoffendingFigures(
  rows: readonly SubjectRow[],
  groups: readonly FollowedGroup[],
): readonly Figure[] {
  return groups.flatMap(({ id, name }) => groupFigures(rowsInGroup(rows, 'groupId', id), id, name))
}

function groupFigures(rows: readonly SubjectRow[], group: string, section: string): Figure[] {
  const known = rowsAnswered(rows, 'counted', 'in-denominator')
  const counts = 'children'
  return [
    shareFigure({
      id: `reoffended-${group}`,
      label: 'Re-offended within 12 months',
      section,
      counts,
      of: rowsAnswered(rows, 'counted'),
      outOf: known,
    }),
    countFigure({
      id: `received-${group}`,
      label: 'Children who received it',
      section,
      counts,
      of: rowsAnswered(rows, 'counted', 'in-denominator', 'unknown'),
    }),
    countFigure({
      id: `unknown-${group}`,
      label: 'Not known yet: too early to tell, or an offence is undecided',
      section,
      counts,
      of: rowsAnswered(rows, 'unknown'),
    }),
    countFigure({
      id: `already-${group}`,
      label: 'Of these, re-offended already and too early for the share',
      section,
      counts,
      of: rowsInGroup(rows, 'reoffendedAlready', 'yes'),
    }),
    countFigure({
      id: `turned-18-${group}`,
      label: 'Nothing found, but turned 18 within the 12 months',
      section,
      counts,
      of: rowsInGroup(rowsAnswered(rows, 'in-denominator'), 'turned18', 'yes'),
    }),
  ]
}
