import { sql, type Kysely } from 'kysely'
import type { Database } from '../../schema.ts'
import { inService, type Scope } from '../../scope.ts'
import { insertAuditEntry } from '../../audit.ts'
import { sealAudit } from '../seal-audit.ts'

type Who = { readonly serviceId: string; readonly staffId: null }

/** Does what only the owner of the tables can: changes what the triggers refuse to change. */
export async function asOwner(
  db: Kysely<Database>,
  who: Who,
  work: (scope: Scope) => Promise<unknown>,
): Promise<void> {
  const triggers = (what: 'disable' | 'enable') =>
    sql`
    alter table audit_entries ${sql.raw(what)} trigger user;
    alter table audit_seals ${sql.raw(what)} trigger user;`.execute(db)
  await triggers('disable')
  await inService(db, who, work)
  await triggers('enable')
}

/** Writes entries, each in a transaction of its own, and seals them: so many at a time. */
export async function sealedEntries(
  db: Kysely<Database>,
  who: Who,
  details: readonly string[],
): Promise<void> {
  for (const detail of details) {
    await inService(db, who, scope =>
      insertAuditEntry(scope, { action: 'child.looked-at', detail }),
    )
  }
  await sealAll(db, who.serviceId, details.length)
}

/** Seals so many entries; waits for other tests on the same server, whose transactions count too. */
export async function sealAll(
  db: Kysely<Database>,
  serviceId: string,
  count: number,
): Promise<void> {
  let sealed = 0
  for (let tries = 0; sealed < count && tries < 500; tries += 1) {
    sealed += await sealAudit(db, serviceId)
    if (sealed < count) await new Promise(resolve => setTimeout(resolve, 20))
  }
  if (sealed !== count) throw new Error(`${sealed} entries were sealed, not ${count}`)
}

/** Takes entries and their seals out and numbers the seals after them anew, so that no gap is left. */
export async function removeWithoutGap(
  { db }: Scope,
  sequence: number,
  count: number,
): Promise<void> {
  await sql`delete from audit_entries where id in (
    select entry_id from audit_seals where sequence between ${sequence} and ${sequence + count - 1})`.execute(
    db,
  )
  await sql`delete from audit_seals where sequence between ${sequence} and ${sequence + count - 1}`.execute(
    db,
  )
  await shiftSeals(db, sequence, -count)
}

/** Numbers the seals from `sequence` on higher or lower. */
export async function shiftSeals(db: Scope['db'], sequence: number, by: number): Promise<void> {
  const far = 1_000_000
  await sql`update audit_seals set sequence = sequence + ${far} where sequence >= ${sequence}`.execute(
    db,
  )
  await sql`update audit_seals set sequence = sequence - ${far} + ${by} where sequence > ${far}`.execute(
    db,
  )
}
