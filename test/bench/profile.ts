import { monotonicMilliseconds } from '#platform/clock.ts'
import { statementsOfPage, type MeasuredPage } from './pages.ts'
import { spreadOf } from './rounds.ts'
import type { Statement } from './statements.ts'

/** Where the time of one page goes, asked for by one person at a time. */
export interface Profile {
  readonly name: string
  readonly statements: number
  readonly milliseconds: number
  readonly millisecondsOfStatements: number
  /** Verb and table, with milliseconds; the slowest first. */
  readonly slowest: readonly (readonly [string, number])[]
}

const times = 15

export async function profileOf(name: string, page: MeasuredPage): Promise<Profile> {
  const runs: { readonly whole: number; readonly heard: readonly Statement[] }[] = []
  for (let run = 0; run < times; run += 1) {
    const began = monotonicMilliseconds()
    const heard = await statementsOfPage(page)
    runs.push({ whole: monotonicMilliseconds() - began, heard })
  }
  const ofStatement = (position: number) =>
    spreadOf(runs.map(run => run.heard[position]?.milliseconds ?? 0)).median
  const statements = (runs[0]?.heard ?? []).map(
    ({ text }, position) => [inShort(text), ofStatement(position)] as const,
  )
  return {
    name,
    statements: statements.length,
    milliseconds: spreadOf(runs.map(run => run.whole)).median,
    millisecondsOfStatements: statements.reduce((sum, [, milliseconds]) => sum + milliseconds, 0),
    slowest: statements.toSorted(([, a], [, b]) => b - a).slice(0, 4),
  }
}

function inShort(text: string): string {
  const verb = /^\s*(\w+)/u.exec(text)?.[1] ?? ''
  const table = /\b(?:from|into|update)\s+"?(\w+)"?/u.exec(text)?.[1]
  return table === undefined ? verb : `${verb} ${table}`
}
