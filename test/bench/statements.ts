import pg from 'pg'
import { monotonicMilliseconds } from '#platform/clock.ts'

/** A statement as it went to the database, and how long its answer took. */
export interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
  readonly milliseconds: number
}

type Ask = (query: unknown, values: unknown) => Promise<unknown>

let heard: Statement[] | null = null

/** Listens where the driver is, so that begin, commit and what sessions need are heard too. Call it before the first connection. */
export function listenToStatements(): void {
  const send = pg.Client.prototype.query as (...parts: unknown[]) => unknown
  const listening = function (this: pg.Client, ...parts: unknown[]): unknown {
    const [text, values] = parts
    if (heard === null || typeof text !== 'string') return send.apply(this, parts)
    return timed(heard, { text, values }, send.bind(this) as Ask)
  }
  pg.Client.prototype.query = listening as pg.Client['query']
}

async function timed(
  into: Statement[],
  { text, values }: { readonly text: string; readonly values: unknown },
  send: Ask,
): Promise<unknown> {
  const began = monotonicMilliseconds()
  const answer = await send(text, values)
  into.push({
    text,
    values: Array.isArray(values) ? values : [],
    milliseconds: monotonicMilliseconds() - began,
  })
  return answer
}

/** The statements that `work` sends, in the order of their answers. One at a time: everything on this process is heard. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  const mine: Statement[] = []
  heard = mine
  try {
    await work()
  } finally {
    heard = null
  }
  return mine
}
