import { sql, type Kysely, type Transaction } from 'kysely'
import type { Database } from './schema.ts'

/**
 * Where and for whom records are read and written: one transaction, one service, one member of staff.
 *
 * Every function of `records/` and every feature's query takes it first, so no statement can forget the service and none can leave
 * the transaction. `staffId` is null for the service's own work (command line, making the demonstration).
 */
export interface Scope {
  readonly db: Transaction<Database>
  readonly serviceId: string
  readonly staffId: string | null
}

/** No page may keep the database busy for longer. */
const longestStatement = '30s'

/**
 * Runs `work` in one transaction for a service. What `work` throws rolls everything back.
 *
 * The staff id is told to the database too, which names who replaced a row in its history.
 */
export async function inService<Result>(
  db: Kysely<Database>,
  who: { serviceId: string; staffId: string | null },
  work: (scope: Scope) => Promise<Result>,
): Promise<Result> {
  return await db.transaction().execute(async trx => {
    await sql`select set_config('alongside.service_id', ${who.serviceId}, true),
      set_config('alongside.staff_id', ${who.staffId ?? ''}, true),
      set_config('statement_timeout', ${longestStatement}, true)`.execute(trx)
    return await work({ db: trx, serviceId: who.serviceId, staffId: who.staffId })
  })
}

/**
 * Runs `work` in a transaction that belongs to no service yet, because somebody is just signing in: it sees no records, but for the
 * account or the identity link that goes by exactly this name.
 *
 * @param name a folded user name or e-mail address, or issuer and subject with a space between
 */
export async function whileSigningIn<Result>(
  db: Kysely<Database>,
  name: string,
  work: (db: Transaction<Database>) => Promise<Result>,
): Promise<Result> {
  return await db.transaction().execute(async trx => {
    await sql`select set_config('alongside.signing_in', ${name}, true)`.execute(trx)
    return await work(trx)
  })
}
