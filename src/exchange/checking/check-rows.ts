import { Temporal } from 'temporal-polyfill'
import { isAfter, isBefore, plainDate, type PlainDate } from '#domain/calendar/plain-date.ts'
import { canonicalText } from '../canonical.ts'
import type { FlatRow } from '../flat-rows.ts'
import type { Problem } from '../reading/problem.ts'
import { pathTo } from './check-references.ts'

/** Whether days are in order and have come where they must have, and what may be in a list once is there once. */
export function checkRows(rows: readonly FlatRow[], today: PlainDate): Problem[] {
  const bornOn = rows[0]?.values['bornOn']
  const born = typeof bornOn === 'string' ? plainDate(bornOn) : null
  return [...rows.flatMap(row => rowProblems(row, today, born)), ...repeated(rows)]
}

function rowProblems(row: FlatRow, today: PlainDate, born: PlainDate | null): Problem[] {
  const { part } = row
  const problem = (column: string, reason: string): Problem => ({
    path: pathTo(row, column),
    rule: 'dates',
    reason,
    rowId: row.id,
  })
  const past = part.past.flatMap(column => {
    const on = dayOf(row, column)
    if (on === null) return []
    if (isAfter(on, today)) return [problem(column, 'is still to come')]
    return born !== null && isBefore(on, born)
      ? [problem(column, 'is before the date of birth')]
      : []
  })
  const order = part.inOrder.flatMap(([first, second]) => {
    const [from, to] = [dayOf(row, first), dayOf(row, second)]
    if (from === null || to === null || !isBefore(to, from)) return []
    return [problem(second, `is before ${first}`)]
  })
  const after = part.after.flatMap(([first, second]) => {
    const [from, to] = [row.values[first], row.values[second]]
    if (typeof from !== 'string' || typeof to !== 'string') return []
    if (Temporal.Instant.compare(from, to) < 0) return []
    return [problem(second, `is not after ${first}`)]
  })
  return [...past, ...order, ...after]
}

function repeated(rows: readonly FlatRow[]): Problem[] {
  const seen = new Set<string>()
  return rows.flatMap(row => {
    const keys = [`id ${row.part.table} ${row.id}`]
    if (row.part.once !== null) keys.push(`${row.list} ${canonicalText(row.values[row.part.once])}`)
    const isRepeated = keys.some(key => seen.has(key))
    for (const key of keys) seen.add(key)
    const reason = 'is in this line twice'
    return isRepeated ? [{ path: row.path, rule: 'once', reason, rowId: row.id }] : []
  })
}

function dayOf(row: FlatRow, column: string): PlainDate | null {
  const value = row.values[column]
  return typeof value === 'string' ? plainDate(value) : null
}
