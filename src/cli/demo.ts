import { parseArgs } from 'node:util'
import type { Config } from '#config'
import { makeDemonstration } from '#demo/make-demonstration.ts'
import { clockOf } from './clock.ts'
import { say, withDatabase } from './database.ts'

export const standardSeed = 1

/** Makes the invented service in an empty database. */
export async function makeDemo(words: readonly string[], config: Config): Promise<void> {
  const { values } = parseArgs({ args: [...words], options: { seed: { type: 'string' } } })
  const seed = values.seed === undefined ? standardSeed : Number(values.seed)
  if (!Number.isInteger(seed)) throw new Error('--seed takes a whole number')
  const made = await withDatabase(config, db =>
    makeDemonstration(db, { seed, today: clockOf(config).today() }),
  )
  say(`The demonstration is ready (${made.counts.children} children, all invented).`)
}
