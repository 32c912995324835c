import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { Temporal } from 'temporal-polyfill'

const { DATE, TIMESTAMPTZ, INT8 } = pg.types.builtins

const parsers = [
  [DATE, readDate],
  [TIMESTAMPTZ, (text: string) => Temporal.Instant.from(text.replace(' ', 'T'))],
  [INT8, Number],
] as const

/** Every day of more than a century fits in. */
const mostDaysKept = 50_000
const daysKept = new Map<string, Temporal.PlainDate>()

/** A day never changes, and the rows of a whole service share few: reading each of them anew costs more than the rows. */
export function readDate(text: string): Temporal.PlainDate {
  const kept = daysKept.get(text)
  if (kept !== undefined) return kept
  const day = Temporal.PlainDate.from(text)
  if (daysKept.size >= mostDaysKept) daysKept.clear()
  daysKept.set(text, day)
  return day
}

/** Civil dates and instants go in and come out as what they are; node-postgres would make JavaScript dates of them. */
class TemporalClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config)
    for (const [type, parse] of parsers) this.setTypeParser(type, parse)
    const send = this.query.bind(this) as (...parts: unknown[]) => unknown
    this.query = ((query: unknown, values: unknown, ...rest: unknown[]) =>
      send(
        query,
        Array.isArray(values) ? values.map(toParameter) : values,
        ...rest,
      )) as pg.Client['query']
  }
}

function toParameter(value: unknown): unknown {
  return value instanceof Temporal.PlainDate || value instanceof Temporal.Instant
    ? value.toString()
    : value
}

export type ConnectionSettings = pg.PoolConfig

/**
 * Opens a pool of connections. No named prepared statements and no start-up options are used, so a
 * pooler in transaction mode can stand in between.
 *
 * The caller names the tables' type and closes the pool with `destroy()`.
 */
export function connect<Tables>(settings: ConnectionSettings): Kysely<Tables> {
  const pool = new pg.Pool({
    max: 10,
    ...settings,
    Client: TemporalClient,
  })
  // An idle connection that the server closes must not end the process; the next query takes a new one.
  pool.on('error', () => undefined)
  // Nor may one that goes in the middle of a transaction, between two statements: the next statement fails instead.
  pool.on('connect', client => client.on('error', () => undefined))
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
}
