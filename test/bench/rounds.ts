import { loadavg } from 'node:os'
import { monotonicMilliseconds } from '#platform/clock.ts'

/** The middle of the rounds, and the lowest and highest of them. */
export interface Spread {
  readonly median: number
  readonly min: number
  readonly max: number
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  const median = sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2
  return { median, min: sorted[0] ?? median, max: sorted.at(-1) ?? median }
}

/** One value of each for every round, so that a ratio is taken of two that lay next to each other in time. */
export function ratios(over: readonly number[], under: readonly number[]): Spread {
  return spreadOf(over.map((value, round) => value / (under[round] ?? Number.NaN)))
}

export interface Rounds<Value> {
  /** How busy the machine was when the first round began: the average number of processes that wanted to run. */
  readonly loadAtStart: number
  /** By contestant, one value a round. */
  readonly values: readonly (readonly Value[])[]
}

/** Lets the contestants run one after the other, round after round, each round beginning with another one. */
export async function inRounds<Value>(
  rounds: number,
  contestants: readonly (() => Promise<Value>)[],
): Promise<Rounds<Value>> {
  const loadAtStart = loadavg()[0] ?? 0
  const values: Value[][] = contestants.map(() => [])
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < contestants.length; turn += 1) {
      const which = (turn + round) % contestants.length
      const value = await contestants[which]?.()
      if (value !== undefined) values[which]?.push(value)
    }
  }
  return { loadAtStart, values }
}

/** Milliseconds that `work` takes on average, done so many times. */
export async function timeOf(times: number, work: () => Promise<unknown>): Promise<number> {
  const began = monotonicMilliseconds()
  for (let time = 0; time < times; time += 1) await work()
  return (monotonicMilliseconds() - began) / times
}
