import { parseArgs } from 'node:util'

/** How much is measured. */
export interface Effort {
  readonly rounds: number
  /** Of each contestant in each round. */
  readonly requests: number
  /** How many times the demonstration. */
  readonly sizes: readonly number[]
  /** Only the search is measured, and the report stays as it is. */
  readonly isSearchOnly: boolean
}

/** Reads what was asked for: `--grown 100` grows to ten and to a hundred times, `--rounds` and `--requests` set how often, `--only search` leaves out the rest. */
export function effortAsked(words: readonly string[]): Effort {
  const { values } = parseArgs({
    args: [...words],
    options: {
      grown: { type: 'string', default: '10' },
      rounds: { type: 'string', default: '5' },
      requests: { type: 'string', default: '160' },
      only: { type: 'string' },
    },
  })
  return {
    rounds: Number(values.rounds),
    requests: Number(values.requests),
    isSearchOnly: values.only === 'search',
    sizes: [10, 100].filter(times => times <= Number(values.grown)),
  }
}
