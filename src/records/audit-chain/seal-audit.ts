import { sql, type Kysely } from 'kysely'
import type { Database } from '../schema.ts'
import { inService, type Scope } from '../scope.ts'
import { beginningOfChain, contentHashOf, sealHash, type AuditContent } from './chain.ts'

/** So many entries are sealed in one transaction. */
const longestRun = 1000

/** The seal that the next one follows on. */
interface LastSeal {
  readonly sequence: number
  readonly hash: string
  /** Every entry of a transaction with a lower number had been sealed. */
  readonly settledBefore: string
}

type UnsealedEntry = AuditContent & { readonly settledBefore: string }

const beforeTheFirst: LastSeal = { sequence: 0, hash: beginningOfChain, settledBefore: '0' }

/**
 * Seals a service's audit entries and returns how many. Entries of transactions that run at the same time as another that has not ended
 * yet wait for it, so that nothing can later come in between what is sealed.
 *
 * Only one worker seals a service at a time; where another one does, this returns 0.
 */
export async function sealAudit(db: Kysely<Database>, serviceId: string): Promise<number> {
  let total = 0
  let sealed: number
  do {
    sealed = await inService(db, { serviceId, staffId: null }, sealRun)
    total += sealed
  } while (sealed === longestRun)
  return total
}

async function sealRun(scope: Scope): Promise<number> {
  if (!(await isOnlySealer(scope))) return 0
  let last = await findLastSeal(scope)
  const entries = await selectSettledEntries(scope, last.settledBefore)
  const seals = entries.map(entry => {
    const sequence = last.sequence + 1
    const contentHash = contentHashOf(entry)
    const { settledBefore } = entry
    last = { sequence, hash: sealHash(last.hash, sequence, contentHash), settledBefore }
    const { hash } = last
    const { serviceId } = scope
    return { serviceId, sequence, entryId: entry.id, contentHash, hash, settledBefore }
  })
  // The transaction gets its own number here, after the entries were read; verifying relies on that.
  if (seals.length > 0) await scope.db.insertInto('auditSeals').values(seals).execute()
  return seals.length
}

async function isOnlySealer({ db, serviceId }: Scope): Promise<boolean> {
  const { rows } = await sql<{ only: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`audit ${serviceId}`}, 0)) as only`.execute(
    db,
  )
  return rows[0]?.only === true
}

async function findLastSeal({ db, serviceId }: Scope): Promise<LastSeal> {
  const last = await db
    .selectFrom('auditSeals')
    .select(['sequence', 'hash', 'settledBefore'])
    .where('serviceId', '=', serviceId)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last ?? beforeTheFirst
}

/**
 * Unsealed entries whose transactions ended before every one still under way began, in the order of their transactions. A number from
 * the future is that of another server which these rows were restored from: it has ended too.
 */
async function selectSettledEntries(
  { db, serviceId }: Scope,
  settledBefore: string,
): Promise<UnsealedEntry[]> {
  const { rows } = await sql<UnsealedEntry>`
    with now as (select pg_snapshot_xmin(pg_current_snapshot()) as xmin, pg_snapshot_xmax(pg_current_snapshot()) as xmax)
    select e.service_id, e.id, e.at, e.staff_id, e.action, e.child_id, e.subject_id, e.detail,
      case when count(*) over () > ${longestRun} then least(e.transaction_id, now.xmin) else now.xmin end::text as settled_before
    from now, audit_entries e
    where e.service_id = ${serviceId}
      and e.transaction_id >= case when ${settledBefore}::xid8 > now.xmax then '0'::xid8 else ${settledBefore}::xid8 end
      and (e.transaction_id < now.xmin or e.transaction_id >= now.xmax)
      and not exists (select from audit_seals s where s.service_id = e.service_id and s.entry_id = e.id)
    order by e.transaction_id, e.id
    limit ${longestRun}`.execute(db)
  return rows
}
