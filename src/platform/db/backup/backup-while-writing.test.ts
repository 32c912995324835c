import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sql, type Kysely } from 'kysely'
import { afterAll, expect, it } from 'vitest'
import { connectWithin, testDatabase } from '#test/database.ts'
import { checkBackupFile } from './backup-file.ts'
import { loadBackup } from './load-backup.ts'
import { fillDatabase, sampleService } from './testing/sample-records.ts'
import { writeBackup } from './write-backup.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'alongside-backup-'))
const [source, target] = [await testDatabase(), await testDatabase()]
const db = connectWithin<unknown>(source, sampleService)
const restoredDb = connectWithin<unknown>(target, sampleService)
afterAll(async () => {
  await Promise.all([db.destroy(), restoredDb.destroy()])
  rmSync(folder, { recursive: true })
})

/** Adds children, each with one look that is written down, in one transaction. */
async function addChildren(on: Kysely<unknown>, count: number): Promise<void> {
  await sql`
    with child as (
      insert into children (service_id, given_name, family_name, born_on, sex, match_keys)
      select id, 'Counted', 'Child', '2011-06-15', 'female', '{}' from services, generate_series(1, ${count}::int)
      returning service_id, id
    )
    insert into audit_entries (service_id, action, child_id) select service_id, 'child.opened', id from child`.execute(
    on,
  )
}

async function count(on: Kysely<unknown>): Promise<{ children: number; looks: number }> {
  const { rows } = await sql<{ children: number; looks: number }>`
    select (select count(*) from children where given_name = 'Counted')::int as children,
           (select count(*) from audit_entries where child_id is not null)::int as looks`.execute(
    on,
  )
  return rows[0] ?? { children: 0, looks: 0 }
}

it('is one moment of a database that others go on writing to', async () => {
  await fillDatabase(db)
  await addChildren(db, 20_000)
  const done = new AbortController()
  const writing = (async () => {
    while (!done.signal.aborted) await addChildren(db, 1)
  })()
  const file = path.join(folder, 'busy.backup')
  const before = await count(db)
  const request = { file, replace: false, madeAt: '2026-03-02T10:00:00Z', madeBy: 'a test' }
  await writeBackup(source.connection, request)
  const after = await count(db)
  done.abort()
  await writing

  await loadBackup(target.connection, await checkBackupFile(file))
  const restored = await count(restoredDb)
  expect(restored.children).toBe(restored.looks)
  expect(restored.children).toBeGreaterThanOrEqual(before.children)
  expect(restored.children).toBeLessThan(after.children)
})
