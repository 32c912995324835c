import type { Killed } from './service.ts'

interface Row {
  readonly round: number
  readonly killed: Killed
  /** Writes of this round that were answered, those sent again included. */
  readonly acknowledged: number
  readonly sentAgain: number
  /** Of those sent again: the first sending had been saved, only its answer was lost. */
  readonly alreadySaved: number
  /** Of all acknowledged writes since the beginning. */
  readonly found: number
  readonly lost: number
  readonly doubled: number
  /** From the kill until pages came again; null when they did not. */
  readonly seconds: number | null
}

const columns = [
  ['round', 5],
  ['killed', 11],
  ['acknowledged', 12],
  ['re-sent', 7],
  ['(saved already)', 15],
  ['found in all', 12],
  ['lost', 4],
  ['doubled', 7],
  ['seconds', 7],
] as const

export function tableHead(): string {
  return line(columns.map(([title]) => title))
}

export function tableRow(row: Row): string {
  return line([
    String(row.round),
    row.killed,
    String(row.acknowledged),
    String(row.sentAgain),
    String(row.alreadySaved),
    String(row.found),
    String(row.lost),
    String(row.doubled),
    row.seconds === null ? 'never' : row.seconds.toFixed(1),
  ])
}

function line(cells: readonly string[]): string {
  return columns.map(([, width], index) => (cells[index] ?? '').padStart(width)).join('  ')
}
