import { describe, expect, it } from 'vitest'
import { childLine } from '../format/child-line.ts'
import { aChildLine } from '../testing/a-child-line.ts'
import { idOf, manager } from '../testing/ids.ts'
import { broughtBy, checkMerges } from './check-merges.ts'

const line = (values: Parameters<typeof aChildLine>[1]) => childLine.parse(aChildLine(500, values))

const merge = {
  id: idOf(601),
  mergedChildId: idOf(700),
  reason: 'Recorded twice.',
  fields: [],
  mergedAt: '2026-02-01T10:00:00Z',
  mergedBy: manager,
  rows: [
    {
      id: idOf(602),
      tableName: 'contacts',
      columnName: 'child_id',
      rowId: idOf(603),
      wasOf: 'merged' as const,
    },
    {
      id: idOf(604),
      tableName: 'contacts',
      columnName: 'child_id',
      rowId: idOf(605),
      wasOf: 'kept' as const,
    },
  ],
}

describe('what a line says of merges', () => {
  it('leaves nothing with a record that was merged', () => {
    const problems = checkMerges(line({ mergedIntoId: idOf(700) }))
    expect(problems.map(({ path }) => path)).toContain('contacts')
    expect(checkMerges(line({}))).toEqual([])
  })

  it('says whole or not at all that a merge was undone', () => {
    const undoneAt = '2026-02-03T10:00:00Z'
    const whole = { undoneAt, undoneBy: manager, undoneBecause: 'Cousins.' }
    expect(checkMerges(line({ merges: [{ ...merge, ...whole }] }))).toEqual([])
    expect(checkMerges(line({ merges: [{ ...merge, undoneAt }] }))[0]?.path).toBe('merges[0]')
  })

  it('tells what a standing merge brought', () => {
    expect([...broughtBy(line({ merges: [merge] }))]).toEqual([[idOf(603), idOf(601)]])
  })
})
