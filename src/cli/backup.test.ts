import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Kysely } from 'kysely'
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest'
import { readConfig } from '#config'
import { makeDemonstration } from '#demo/make-demonstration.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { exportService } from '#exchange/writing/export-service.ts'
import { databaseFingerprint } from '#platform/db/backup/database-fingerprint.ts'
import { connect } from '#platform/db/connect.ts'
import { sealAll } from '#records/audit-chain/testing/tampering.ts'
import { verifyAuditChain } from '#records/audit-chain/verify-audit-chain.ts'
import type { Database } from '#records/schema.ts'
import { inService } from '#records/scope.ts'
import { listServices } from '#records/services.ts'
import { testDatabase } from '#test/database.ts'
import { makeBackup } from './backup.ts'
import { restoreBackup } from './restore.ts'

const [source, target] = [await testDatabase(), await testDatabase()]
const db = connect<Database>(source.connection)
const restoredDb = connect<Database>(target.connection)
const folder = mkdtempSync(path.join(os.tmpdir(), 'alongside-backup-'))
afterAll(async () => {
  await Promise.all([db.destroy(), restoredDb.destroy()])
  rmSync(folder, { recursive: true })
})

let said = ''
beforeEach(() => {
  said = ''
  vi.spyOn(process.stderr, 'write').mockImplementation(text => {
    said += String(text)
    return true
  })
})
afterEach(() => vi.restoreAllMocks())

async function exported(from: Kysely<Database>, serviceId: string): Promise<string> {
  const lines: string[] = []
  await exportService(from, serviceId, line => void lines.push(line))
  return lines.join('')
}

const configOf = (url: string) => readConfig({ DATABASE_URL: url })

it('takes the whole demonstration into another database', async () => {
  await makeDemonstration(db, { seed: 1, today: plainDate('2026-03-02') })
  const file = path.join(folder, 'demonstration.backup')
  await makeBackup([file], configOf(source.url))
  expect(said).toMatch(
    /Backed up \d+ tables with \d+ rows in [\d.]+ seconds: .*demonstration\.backup/,
  )
  await restoreBackup([file], configOf(target.url))
  expect(said).toMatch(/Restored \d+ tables with \d+ rows in [\d.]+ seconds/)
  expect(said).toMatch(/Left out: sessions/)
  const restored = await databaseFingerprint(restoredDb)
  expect(restored).toEqual(await databaseFingerprint(db))
  expect(restored['children']?.rows).toBeGreaterThan(100)
})

it('gives a copy that exports the same and whose audit chain holds, and goes on', async () => {
  const [service] = await listServices(db)
  const who = { serviceId: service?.id ?? '', staffId: null }
  const { audit_entries: entries } = await databaseFingerprint(db)
  await sealAll(db, who.serviceId, entries?.rows ?? 0)
  const file = path.join(folder, 'sealed.backup')
  const copy = await testDatabase()
  await makeBackup([file], configOf(source.url))
  await restoreBackup([file], configOf(copy.url))
  const copyDb = connect<Database>(copy.connection)
  try {
    const chain = await inService(db, who, scope => verifyAuditChain(scope))
    expect(chain).toMatchObject({ fault: null, sealed: entries?.rows })
    expect(await inService(copyDb, who, scope => verifyAuditChain(scope))).toEqual(chain)
    expect(await exported(copyDb, who.serviceId)).toBe(await exported(db, who.serviceId))
    // The export was written down: the first entry that is new in the copy.
    await sealAll(copyDb, who.serviceId, 1)
    const longer = await inService(copyDb, who, scope => verifyAuditChain(scope, chain.lastHash))
    expect(longer.fault).toBeNull()
  } finally {
    await copyDb.destroy()
  }
}, 180_000)

it('refuses a damaged file before it starts a server', async () => {
  const file = path.join(folder, 'damaged.backup')
  await makeBackup([file], configOf(source.url))
  const content = await readFile(file)
  const middle = Math.floor(content.length / 2)
  content[middle] = (content[middle] ?? 0) ^ 1
  await writeFile(file, content)
  const ALONGSIDE_DATA = path.join(folder, 'no-server')
  await expect(restoreBackup([file], readConfig({ ALONGSIDE_DATA }))).rejects.toThrow('damaged')
  expect(readdirSync(folder)).not.toContain('no-server')
})

it('asks for one file', async () => {
  await expect(makeBackup([], configOf(source.url))).rejects.toThrow('npx alongside backup FILE')
  await expect(restoreBackup(['a', 'b'], configOf(source.url))).rejects.toThrow(
    'npx alongside restore FILE',
  )
})
