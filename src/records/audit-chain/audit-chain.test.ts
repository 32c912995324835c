import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { connect } from '#platform/db/connect.ts'
import { aService } from '#test/builders.ts'
import { testDatabase } from '#test/database.ts'
import { insertAuditEntry } from '../audit.ts'
import type { Database } from '../schema.ts'
import { inService, type Scope } from '../scope.ts'
import { beginningOfChain, contentHashOf, sealHash } from './chain.ts'
import { sealAudit } from './seal-audit.ts'
import { startSealing } from './start-sealing.ts'
import {
  asOwner,
  removeWithoutGap,
  sealAll,
  sealedEntries,
  shiftSeals,
} from './testing/tampering.ts'
import { verifyAuditChain, type ChainReport } from './verify-audit-chain.ts'

const { connection } = await testDatabase()
const db = connect<Database>(connection)
afterAll(() => db.destroy())

async function aChain(details: readonly string[] = ['1', '2', '3', '4', '5']) {
  const who = { serviceId: await aService(db), staffId: null }
  await sealedEntries(db, who, details)
  const entryIds = await inService(db, who, async scope => {
    const seals = await scope.db
      .selectFrom('auditSeals')
      .select('entryId')
      .where('serviceId', '=', who.serviceId)
      .orderBy('sequence')
      .execute()
    return seals.map(seal => seal.entryId)
  })
  return {
    who,
    /** The number of the entry under the seal with this number. */
    entry: (sequence: number) => entryIds[sequence - 1] ?? -1,
    verify: (expected: string | null = null) =>
      inService(db, who, scope => verifyAuditChain(scope, expected)),
    tamper: (work: (scope: Scope) => Promise<unknown>) => asOwner(db, who, work),
    write: (detail: string) =>
      inService(db, who, scope => insertAuditEntry(scope, { action: 'child.looked-at', detail })),
  }
}

function verdict({ fault }: ChainReport) {
  return fault === null ? null : { kind: fault.kind, entryId: fault.entryId }
}

describe('sealing', () => {
  it('seals each entry once, and the chain holds', async () => {
    const { verify, who } = await aChain()
    expect(await sealAudit(db, who.serviceId)).toBe(0)
    const report = await verify()
    expect(report).toMatchObject({ sealed: 5, unsealed: 0, fault: null })
    expect(report.lastHash).toMatch(/^[0-9a-f]{64}$/)
  })

  it('goes on where it stopped, over more entries than one run takes', async () => {
    const { verify, who } = await aChain()
    await inService(db, who, scope =>
      sql`insert into audit_entries (service_id, action) select ${who.serviceId}, 'x' from generate_series(1, 2500)`.execute(
        scope.db,
      ),
    )
    await sealAll(db, who.serviceId, 2500)
    expect(await verify()).toMatchObject({ sealed: 2505, unsealed: 0, fault: null })
  })

  it('keeps the chains of services apart', async () => {
    const [one, other] = [await aChain(['a']), await aChain(['b'])]
    expect(await one.verify()).toMatchObject({ sealed: 1, fault: null })
    expect(await other.verify()).toMatchObject({ sealed: 1, fault: null })
  })

  it('waits for an entry that was begun earlier and committed later', async () => {
    const { verify, who, write } = await aChain([])
    const late = await db.startTransaction().execute()
    await sql`select set_config('alongside.service_id', ${who.serviceId}, true)`.execute(late)
    await insertAuditEntry({ db: late, ...who }, { action: 'child.looked-at', detail: 'begun' })
    await write('committed first')

    expect(await sealAudit(db, who.serviceId)).toBe(0)
    expect(await verify()).toMatchObject({ sealed: 0, unsealed: 1, fault: null })

    await late.commit().execute()
    await sealAll(db, who.serviceId, 2)
    expect(await verify()).toMatchObject({ sealed: 2, unsealed: 0, fault: null })
  })

  it('takes a late entry with a lower number for what it is', async () => {
    const { verify, who, write } = await aChain([])
    const early = await db.startTransaction().execute()
    const late = await db.startTransaction().execute()
    for (const [trx, detail] of [
      [early, 'early'],
      [late, 'late'],
    ] as const) {
      await sql`select set_config('alongside.service_id', ${who.serviceId}, true), pg_current_xact_id()`.execute(
        trx,
      )
      if (detail === 'late') await insertAuditEntry({ db: trx, ...who }, { action: 'x', detail })
    }
    await insertAuditEntry({ db: early, ...who }, { action: 'x', detail: 'higher number' })
    await early.commit().execute()
    await sealAll(db, who.serviceId, 1)
    await late.commit().execute()
    await write('after')
    expect(await verify()).toMatchObject({ sealed: 1, unsealed: 2, fault: null })
    await sealAll(db, who.serviceId, 2)
    expect(await verify()).toMatchObject({ sealed: 3, unsealed: 0, fault: null })
  })

  it('leaves a service to the one worker that is at it', async () => {
    const { who, write } = await aChain([])
    await write('1')
    const runs = await Promise.all([1, 2, 3, 4].map(() => sealAudit(db, who.serviceId)))
    await sealAll(db, who.serviceId, 1 - runs.reduce((sum, sealed) => sum + sealed, 0))
    const seals = await inService(db, who, scope =>
      scope.db.selectFrom('auditSeals').select('sequence').execute(),
    )
    expect(seals).toEqual([{ sequence: 1 }])
  })

  it('has sealed what was written when it is told to stop', async () => {
    const { verify, write } = await aChain([])
    const errors: unknown[] = []
    const sealing = startSealing(db, { pause: 3600, onError: error => errors.push(error) })
    // The round under way ends; nothing but stopping seals what comes now.
    await sealing.stop()
    await write('1')
    await expect
      .poll(async () => {
        await sealing.stop()
        return await verify()
      })
      .toMatchObject({ sealed: 1, unsealed: 0, fault: null })
    expect(errors).toEqual([])
  })
})

describe('a chain that somebody broke', () => {
  it('tells an entry whose detail was altered', async () => {
    const { verify, tamper, entry } = await aChain()
    await tamper(scope =>
      sql`update audit_entries set detail = 'nothing' where id = ${entry(3)}`.execute(scope.db),
    )
    expect(verdict(await verify())).toEqual({ kind: 'altered', entryId: entry(3) })
  })

  it.each(['at', 'staff_id', 'action', 'child_id', 'subject_id'])(
    'tells an entry whose %s was altered',
    async column => {
      const { verify, tamper, entry } = await aChain(['1', '2'])
      const values: Record<string, string> = {
        at: `at + interval '1 microsecond'`,
        action: `'child.opened'`,
      }
      const value = sql.raw(values[column] ?? 'gen_random_uuid()')
      await sql`alter table audit_entries drop constraint if exists audit_entries_service_id_staff_id_fkey`.execute(
        db,
      )
      await tamper(scope =>
        sql`update audit_entries set ${sql.ref(column)} = ${value} where id = ${entry(1)}`.execute(
          scope.db,
        ),
      )
      expect(verdict(await verify())).toEqual({ kind: 'altered', entryId: entry(1) })
    },
  )

  it('tells an entry that was altered together with its seal', async () => {
    const { verify, tamper, entry, who } = await aChain()
    await tamper(async ({ db: trx }) => {
      await sql`update audit_entries set detail = 'nothing' where id = ${entry(3)}`.execute(trx)
      const changed = await trx
        .selectFrom('auditEntries')
        .selectAll()
        .where('serviceId', '=', who.serviceId)
        .where('id', '=', entry(3))
        .executeTakeFirstOrThrow()
      await sql`update audit_seals set content_hash = ${contentHashOf(changed)} where sequence = 3`.execute(
        trx,
      )
    })
    expect(verdict(await verify())).toEqual({ kind: 'altered', entryId: entry(3) })
  })

  it('tells an entry that was removed', async () => {
    const { verify, tamper, entry } = await aChain()
    await tamper(scope => sql`delete from audit_entries where id = ${entry(2)}`.execute(scope.db))
    expect(verdict(await verify())).toEqual({ kind: 'removed', entryId: entry(2) })
  })

  it('tells entries that were removed with their seals', async () => {
    const { verify, tamper } = await aChain()
    await tamper(({ db: trx }) => sql`delete from audit_seals where sequence = 2`.execute(trx))
    expect(await verify()).toMatchObject({ sealed: 1, fault: { kind: 'removed', sequence: 2 } })
  })

  it('tells entries that were removed with the gap closed', async () => {
    const { verify, tamper } = await aChain()
    await tamper(scope => removeWithoutGap(scope, 2, 2))
    expect(await verify()).toMatchObject({ sealed: 1, fault: { kind: 'removed', sequence: 2 } })
  })

  it('tells two that were swapped', async () => {
    const { verify, tamper } = await aChain()
    await tamper(async ({ db: trx }) => {
      await sql`update audit_seals set sequence = 99 where sequence = 2`.execute(trx)
      await sql`update audit_seals set sequence = 2 where sequence = 3`.execute(trx)
      await sql`update audit_seals set sequence = 3 where sequence = 99`.execute(trx)
    })
    expect(await verify()).toMatchObject({ sealed: 1, fault: { kind: 'inserted', sequence: 2 } })
  })

  it('tells entries whose contents were swapped', async () => {
    const { verify, tamper, entry } = await aChain()
    await tamper(({ db: trx }) =>
      sql`update audit_entries set detail = case detail when '2' then '3' else '2' end
        where id in (${entry(2)}, ${entry(3)})`.execute(trx),
    )
    expect(verdict(await verify())).toEqual({ kind: 'altered', entryId: entry(2) })
  })

  it.each(['between', 'before all'])(
    'tells an entry without a seal that was put %s others',
    async where => {
      const { verify, tamper, who } = await aChain(['1', '2'])
      const { rows } = await sql<{ free: number }>`
        select nextval('audit_entry_numbers') as free`.execute(db)
      await sealedEntries(db, who, ['3', '4'])
      const id = where === 'between' ? (rows[0]?.free ?? 0) : -1
      await tamper(({ db: trx }) =>
        sql`insert into audit_entries (service_id, id, action) values (${who.serviceId}, ${id}, 'x')`.execute(
          trx,
        ),
      )
      expect(verdict(await verify())).toEqual({ kind: 'inserted', entryId: id })
      await sealAll(db, who.serviceId, 1)
      expect(verdict(await verify())).toEqual({ kind: 'inserted', entryId: id })
    },
  )

  it('tells an entry that pretends to be of a transaction long ended', async () => {
    const { verify, tamper, who } = await aChain()
    await tamper(({ db: trx }) =>
      sql`insert into audit_entries (service_id, action, transaction_id)
        select service_id, 'x', min(transaction_id::text::bigint)::text::xid8 from audit_entries where service_id = ${who.serviceId} group by service_id`.execute(
        trx,
      ),
    )
    expect(await verify()).toMatchObject({ sealed: 5, fault: { kind: 'inserted' } })
  })

  it.each([true, false])(
    'tells an entry that was put in between with a seal (one that fits: %s)',
    async fits => {
      const { verify, tamper, who } = await aChain()
      let id = 0
      await tamper(async ({ db: trx }) => {
        await shiftSeals(trx, 3, 1)
        const entry = await trx
          .insertInto('auditEntries')
          .values({ serviceId: who.serviceId, action: 'forged' })
          .returningAll()
          .executeTakeFirstOrThrow()
        id = entry.id
        const { hash: before } = await trx
          .selectFrom('auditSeals')
          .select('hash')
          .where('serviceId', '=', who.serviceId)
          .where('sequence', '=', 2)
          .executeTakeFirstOrThrow()
        const contentHash = contentHashOf(entry)
        const hash = fits ? sealHash(before, 3, contentHash) : sealHash('?', 3, contentHash)
        await sql`insert into audit_seals (service_id, sequence, entry_id, content_hash, hash, sealed_by, settled_before)
          select service_id, 3, ${id}, ${contentHash}, ${hash}, sealed_by, settled_before from audit_seals where sequence = 2`.execute(
          trx,
        )
        await sql`update audit_entries set transaction_id = '3' where id = ${id}`.execute(trx)
      })
      expect(verdict(await verify())).toEqual({ kind: 'inserted', entryId: id })
    },
  )

  it('tells an entry that was added in one transaction with its seal', async () => {
    const { verify, tamper, who } = await aChain(['1', '2'])
    let id = 0
    await tamper(async ({ db: trx }) => {
      const entry = await trx
        .insertInto('auditEntries')
        .values({ serviceId: who.serviceId, action: 'forged' })
        .returningAll()
        .executeTakeFirstOrThrow()
      id = entry.id
      const contentHash = contentHashOf(entry)
      const { hash: before } = await trx
        .selectFrom('auditSeals')
        .select('hash')
        .where('serviceId', '=', who.serviceId)
        .where('sequence', '=', 2)
        .executeTakeFirstOrThrow()
      const hash = sealHash(before, 3, contentHash)
      await sql`insert into audit_seals (service_id, sequence, entry_id, content_hash, hash)
        values (${who.serviceId}, 3, ${id}, ${contentHash}, ${hash})`.execute(trx)
    })
    expect(verdict(await verify())).toEqual({ kind: 'inserted', entryId: id })
  })

  it('tells an end that was cut off, by a hash kept outside', async () => {
    const { verify, tamper } = await aChain()
    const kept = (await verify()).lastHash
    expect((await verify(kept)).fault).toBeNull()
    await tamper(async ({ db: trx }) => {
      await sql`delete from audit_entries where id = (select entry_id from audit_seals where sequence = 5)`.execute(
        trx,
      )
      await sql`delete from audit_seals where sequence = 5`.execute(trx)
    })
    expect((await verify()).fault).toBeNull()
    expect(await verify(kept)).toMatchObject({ sealed: 4, fault: { kind: 'removed' } })
  })

  it('finds a hash kept outside in a chain that has grown since', async () => {
    const { verify, who } = await aChain()
    const kept = (await verify()).lastHash
    await sealedEntries(db, who, ['6'])
    expect(await verify(kept)).toMatchObject({ sealed: 6, fault: null })
  })
})

describe('the triggers', () => {
  it.each(['audit_entries', 'audit_seals'])('refuse to change, remove or empty %s', async name => {
    const { who } = await aChain(['1'])
    const table = sql.table(name)
    const attempts = [
      sql`update ${table} set service_id = service_id`,
      sql`delete from ${table}`,
      sql`truncate ${table}`,
    ]
    for (const attempt of attempts) {
      const done = inService(db, who, scope => attempt.execute(scope.db))
      await expect(done).rejects.toThrow(/never changed/)
    }
  })
})

describe('the hashes', () => {
  it('are the ones that the documents promise', () => {
    expect(beginningOfChain).toBe('0'.repeat(64))
    expect(sealHash(beginningOfChain, 1, 'a')).toBe(
      // printf '%s:1:a' "$(printf '0%.0s' $(seq 64))" | sha256sum
      '37db808eab3bfe2085139529032758201df5a3c1da109ef3940a0356ee3c5d00',
    )
  })
})
