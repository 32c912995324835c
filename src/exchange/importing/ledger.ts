import type { Problem } from '../reading/problem.ts'

/** A record that was refused. Nothing in it says who the child is. */
export interface Refusal {
  readonly line: number
  /** The child's id; null where the line is about no child, or cannot be read so far. */
  readonly child: string | null
  readonly path: string
  readonly rule: string
  readonly reason: string
}

export interface ImportReport {
  /** Children of whom something was written. */
  readonly imported: number
  /** Children of whom everything was there already, word for word. */
  readonly alreadyThere: number
  /** Children that could have been imported and wait, because others were refused. */
  readonly waiting: number
  /** Decisions out of court that came without their evidence, as history. */
  readonly history: number
  /** How many lines were refused. */
  readonly refusedLines: number
  /** Why, in the order of the file; the first thousand reasons. */
  readonly refused: readonly Refusal[]
}

const mostRefusals = 1000

/** What became of each line of a file. */
export interface Ledger {
  readonly refused: Set<number>
  /** Lines with something to write. */
  readonly fresh: Set<number>
  readonly refuse: (
    line: number,
    childId: string | null,
    problems: readonly Omit<Problem, 'rowId'>[],
  ) => void
  readonly accept: (line: number, found: { isFresh: boolean; history: number }) => void
  readonly acceptOther: (line: number) => void
  readonly report: (isWritten: boolean) => ImportReport
}

/** Starts a ledger with nothing in it. */
export function newLedger(): Ledger {
  const refused = new Set<number>()
  const fresh = new Set<number>()
  const others = new Set<number>()
  const histories = new Map<number, number>()
  const refusals: Refusal[] = []
  let alreadyThere = 0
  return {
    refused,
    fresh,
    refuse: (line, childId, problems) => {
      refused.add(line)
      fresh.delete(line)
      histories.delete(line)
      for (const { path, rule, reason } of problems) {
        if (refusals.length < mostRefusals) {
          refusals.push({ line, child: childId, path, rule, reason })
        }
      }
    },
    accept: (line, { isFresh, history }) => {
      if (isFresh) fresh.add(line)
      else alreadyThere += 1
      if (history > 0) histories.set(line, history)
    },
    acceptOther: line => {
      fresh.add(line)
      others.add(line)
    },
    report: isWritten => {
      const children = [...fresh].filter(line => !others.has(line)).length
      return {
        imported: isWritten ? children : 0,
        alreadyThere,
        waiting: isWritten ? 0 : children,
        history: [...histories.values()].reduce((sum, count) => sum + count, 0),
        refusedLines: refused.size,
        refused: refusals.toSorted((a, b) => a.line - b.line),
      }
    },
  }
}
