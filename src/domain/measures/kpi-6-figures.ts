import { ethnicities, sexes } from '../vocabulary/children.ts'
import { isOutOfCourtDisposal, outcomeKindList, outcomeKinds } from '../vocabulary/outcomes.ts'
import { countFigure, shareFigure, type Figure } from './figures.ts'
import { rowsAnswered, rowsInGroup, type SubjectRow } from './subject-row.ts'

type Category = { readonly id: string; readonly label: string; readonly value: string }

const types: readonly Category[] = outcomeKindList
  .filter(isOutOfCourtDisposal)
  .map(kind => ({ id: kind, label: outcomeKinds[kind].name, value: kind }))

const ageBands: readonly Category[] = [
  { id: 'age-10-14', label: 'Aged 10 to 14', value: '10-14' },
  { id: 'age-15-17', label: 'Aged 15 to 17', value: '15-17' },
]

const ethnicGroups: readonly Category[] = [
  ...new Set(Object.values(ethnicities).map(({ group }) => group)),
].map(group => ({
  id: `ethnicity-${group.toLowerCase().replaceAll(' ', '-')}`,
  label: group,
  value: group,
}))

const sexCategories: readonly Category[] = Object.entries(sexes).map(([id, label]) => ({
  id: `sex-${id}`,
  label,
  value: label,
}))

/**
 * The headline, 6a, 6b and 6c.
 *
 * @source YJB-SQL "KPI 6": by type the denominator is the children with that type; by ethnicity, age and sex it is all children with a
 *   programme that ended
 */
export function kpi6Figures(rows: readonly SubjectRow[]): readonly Figure[] {
  const ended = rowsAnswered(rows, 'counted', 'in-denominator')
  const completed = rowsAnswered(rows, 'counted')
  return [
    shareFigure({
      id: 'headline',
      label: 'Children who completed',
      counts: 'children',
      of: completed,
      outOf: ended,
    }),
    shareFigure({
      id: '6a',
      label: '6a. Programmes completed',
      counts: 'interventions',
      of: completed,
      outOf: ended,
    }),
    countFigure({
      id: 'missing-result',
      label: 'Missing data: programmes that ended with no result recorded',
      counts: 'interventions',
      of: rowsInGroup(ended, 'result', 'not-recorded'),
    }),
    ...types.flatMap(type => {
      const ofType = rowsInGroup(ended, 'kindId', type.value)
      return completedOrNot(
        { group: '6b', section: '6b. Children by type of disposal', ...type },
        ofType,
        ofType,
      )
    }),
    ...demographicFigures(ended, 'ethnicity', '6c. Children by ethnicity', ethnicGroups),
    ...demographicFigures(ended, 'age', '6c. Children by age at the start', ageBands),
    ...demographicFigures(ended, 'sex', '6c. Children by sex', sexCategories),
  ]
}

function demographicFigures(
  ended: readonly SubjectRow[],
  group: string,
  section: string,
  categories: readonly Category[],
): readonly Figure[] {
  return categories.flatMap(category =>
    completedOrNot(
      { group: '6c', section, ...category },
      rowsInGroup(ended, group, category.value),
      ended,
    ),
  )
}

function completedOrNot(
  category: Category & { readonly group: string; readonly section: string },
  rows: readonly SubjectRow[],
  outOf: readonly SubjectRow[],
): readonly Figure[] {
  const { id, label, group, section } = category
  const results = [
    { result: 'completed', words: 'completed' },
    { result: 'not-completed', words: 'not completed' },
  ]
  return results.map(({ result, words }) =>
    shareFigure({
      id: `${group}-${id}-${result}`,
      label: `${label}: ${words}`,
      section,
      counts: 'children',
      of: rowsInGroup(rows, 'result', result),
      outOf,
    }),
  )
}
