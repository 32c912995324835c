import { sql, type Kysely } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Attempt, Attempts } from '#domain/access/sign-in/sign-in-decision.ts'
import type { Database } from './schema.ts'

/** Who tries, as keyed hashes: the table tells nobody's name or address. */
export interface Trier {
  readonly userNameHash: string
  readonly addressHash: string
  /** Null for a device that is a stranger to the user name. */
  readonly deviceHash: string | null
}

/** More failures than this change no wait. */
const mostCounted = 100

/**
 * Lets a try begin when `decide` allows it and counts it as failed until it is settled, so that many tries at one moment cannot pass
 * together. A try that is refused leaves nothing behind.
 *
 * @returns the id of the try, or null when it was refused
 */
export async function beginAttempt(
  db: Kysely<Database>,
  trier: Trier,
  options: {
    readonly now: Temporal.Instant
    readonly keepDays: number
    readonly decide: (attempts: Attempts) => boolean
  },
): Promise<number | null> {
  return await db.transaction().execute(async trx => {
    await takeTurn(trx, trier)
    if (!options.decide(await readAttempts(trx, trier))) return null
    const keepFrom = options.now.subtract({ hours: options.keepDays * 24 })
    await trx.deleteFrom('signInAttempts').where('at', '<', keepFrom).execute()
    const { id } = await trx
      .insertInto('signInAttempts')
      .values({ ...trier, at: options.now })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  })
}

/** The try led to a session. */
export async function settleAttempt(db: Kysely<Database>, id: number): Promise<void> {
  await db.updateTable('signInAttempts').set({ succeeded: true }).where('id', '=', id).execute()
}

/** The try was right as far as it went, and counts neither way: what comes next has a try of its own. */
export async function dropAttempt(db: Kysely<Database>, id: number): Promise<void> {
  await db.deleteFrom('signInAttempts').where('id', '=', id).execute()
}

/** Failed tries with a user name since an instant. */
export async function countFailedAttempts(
  db: Kysely<Database>,
  userNameHash: string,
  since: Temporal.Instant,
): Promise<number> {
  const { count } = await db
    .selectFrom('signInAttempts')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('userNameHash', '=', userNameHash)
    .where('at', '>=', since)
    .where('succeeded', '=', false)
    .executeTakeFirstOrThrow()
  return count
}

/** Tries that share a budget go one after the other; always in the same order, so that none wait for each other in a circle. */
async function takeTurn(trx: Kysely<Database>, trier: Trier): Promise<void> {
  const budgets =
    trier.deviceHash === null ? [trier.userNameHash, trier.addressHash] : [trier.deviceHash]
  for (const budget of budgets.toSorted()) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${budget}, 0))`.execute(trx)
  }
}

async function readAttempts(trx: Kysely<Database>, trier: Trier): Promise<Attempts> {
  const query = trx
    .selectFrom('signInAttempts')
    .select(['at', 'succeeded'])
    .orderBy('at', 'desc')
    .limit(mostCounted)
  if (trier.deviceHash !== null) {
    const onKnownDevice: Attempt[] = await query
      .where('userNameHash', '=', trier.userNameHash)
      .where('deviceHash', '=', trier.deviceHash)
      .execute()
    return { onKnownDevice, byStrangers: [], fromNetwork: [] }
  }
  const strangers = query.where('deviceHash', 'is', null).where('succeeded', '=', false)
  return {
    onKnownDevice: null,
    byStrangers: await strangers.where('userNameHash', '=', trier.userNameHash).execute(),
    fromNetwork: await strangers.where('addressHash', '=', trier.addressHash).execute(),
  }
}
