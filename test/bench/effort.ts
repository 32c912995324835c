import { parseArgs } from 'node:util'

/** How much is measured. */
export interface Effort {
  readonly rounds: number
  /** Of each contestant in each round. */
  readonly requests: number
  /** How many times the demonstration. */
  readonly sizes: readonly number[]
}

/** Reads what was asked for: `--grown 100` grows to ten and to a hundred times, `--rounds` and `--requests` set how often. */
export function effortAsked(words: readonly string[]): Effort {
  const { values } = parseArgs({
    args: [...words],
    options: {
      grown: { type: 'string', default: '10' },
      rounds: { type: 'string', default: '5' },
      requests: { type: 'string', default: '160' },
    },
  })
  return {
    rounds: Number(values.rounds),
    requests: Number(values.requests),
    sizes: [10, 100].filter(times => times <= Number(values.grown)),
  }
}
