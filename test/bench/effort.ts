import { parseArgs } from 'node:util'

/** How much is measured. */
export interface Effort {
  readonly rounds: number
  /** Of each contestant in each round. */
  readonly requests: number
  /** How many times the demonstration. */
  readonly sizes: readonly number[]
}

/** Reads what was asked for: `--long` grows to a hundred times, `--rounds` and `--requests` set how often. */
export function effortAsked(words: readonly string[]): Effort {
  const { values } = parseArgs({
    args: [...words],
    options: {
      long: { type: 'boolean', default: false },
      rounds: { type: 'string', default: '5' },
      requests: { type: 'string', default: '160' },
    },
  })
  return {
    rounds: Number(values.rounds),
    requests: Number(values.requests),
    sizes: values.long ? [10, 100] : [10],
  }
}
