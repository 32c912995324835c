import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sql, type Kysely } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect } from '#platform/db/connect.ts'
import { bundledBinariesFolder } from '#platform/db/local-postgres/bundled-binaries.ts'
import { systemBinariesFolders } from '#platform/db/local-postgres/find-binaries.ts'
import {
  startLocalPostgres,
  type LocalPostgres,
} from '#platform/db/local-postgres/start-local-postgres.ts'
import { migrateToLatest } from '#platform/db/migrate.ts'
import { connectWithin } from '#test/database.ts'
import { checkBackupFile } from './backup-file.ts'
import { databaseFingerprint } from './database-fingerprint.ts'
import { loadBackup } from './load-backup.ts'
import { fillDatabase, sampleService } from './testing/sample-records.ts'
import { writeBackup } from './write-backup.ts'

const kinds = { system: systemBinariesFolders()[0], bundled: bundledBinariesFolder() } as const
type Kind = keyof typeof kinds

const folder = mkdtempSync(path.join(os.tmpdir(), 'alongside-backup-'))
chmodSync(folder, 0o755)
const servers = new Map<Kind, LocalPostgres>()

beforeAll(async () => {
  for (const kind of ['system', 'bundled'] as const) {
    if (kinds[kind] === undefined) continue
    const server = await startLocalPostgres({
      dataFolder: path.join(folder, kind),
      binariesFolder: kinds[kind],
      settings: { fsync: 'off' },
      log: () => undefined,
    })
    servers.set(kind, server)
  }
})
afterAll(async () => {
  for (const server of servers.values()) await server.stop()
  rmSync(folder, { recursive: true })
})

async function inNewDatabase<Result>(
  kind: Kind,
  work: (settings: LocalPostgres['connection'], db: Kysely<unknown>) => Promise<Result>,
): Promise<Result> {
  const server = servers.get(kind)
  if (server === undefined) throw new Error(`No ${kind} PostgreSQL runs`)
  const main = connect<unknown>(server.connection)
  await sql`drop database if exists tried`.execute(main)
  await sql`create database tried template template0`.execute(main)
  await main.destroy()
  const settings = { ...server.connection, database: 'tried' }
  const db = connectWithin<unknown>({ connection: settings }, sampleService)
  try {
    return await work(settings, db)
  } finally {
    await db.destroy()
  }
}

const ways: { from: Kind; to: Kind }[] = [
  { from: 'system', to: 'system' },
  { from: 'bundled', to: 'bundled' },
  { from: 'system', to: 'bundled' },
  { from: 'bundled', to: 'system' },
]

describe.each(ways)('a backup from the $from PostgreSQL', ({ from, to }) => {
  const canTry = kinds[from] !== undefined && kinds[to] !== undefined
  it.skipIf(!canTry)(`is the same in the ${to} one`, async () => {
    const file = path.join(folder, `${from}-${to}.backup`)
    const original = await inNewDatabase(from, async (settings, db) => {
      await migrateToLatest(db)
      await fillDatabase(db)
      const madeAt = '2026-03-02T10:00:00Z'
      const header = await writeBackup(settings, { file, replace: false, madeAt, madeBy: 'a test' })
      expect(header.postgres).toContain(servers.get(from)?.version)
      return await databaseFingerprint(db)
    })
    const restored = await inNewDatabase(to, async (settings, db) => {
      await loadBackup(settings, await checkBackupFile(file))
      return await databaseFingerprint(db)
    })
    expect(restored).toEqual(original)
  })
})
