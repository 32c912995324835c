import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, expect, it } from 'vitest'
import { connect } from '#platform/db/connect.ts'
import { knownMigrations } from '#platform/db/migrate.ts'
import { insertAuditEntry } from '#records/audit.ts'
import type { Database } from '#records/schema.ts'
import { inService } from '#records/scope.ts'
import { aService } from '#test/builders.ts'
import { testDatabase } from '#test/database.ts'

const { connection, url } = await testDatabase()
const db = connect<Database>(connection)
const folder = mkdtempSync(path.join(os.tmpdir(), 'alongside-serve-'))
const started: ReturnType<typeof startServer>[] = []
afterAll(async () => {
  await Promise.all(started.map(({ stop }) => stop()))
  await db.destroy()
  rmSync(folder, { recursive: true })
})

const program = fileURLToPath(new URL('./alongside.ts', import.meta.url))

/** A server as somebody starts it; `address` comes when it says that it is ready. */
function startServer(name: string) {
  const child = spawn(process.execPath, [program, 'serve'], {
    env: {
      ...process.env,
      DATABASE_URL: url,
      ALONGSIDE_DATA: path.join(folder, name),
      PORT: '0',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = new Promise<number | null>(resolve => child.once('close', resolve))
  let said = ''
  const address = new Promise<string>((resolve, reject) => {
    child.stderr.on('data', part => {
      said += String(part)
      const ready = /is ready: (\S+)/.exec(said)?.[1]
      if (ready !== undefined) resolve(ready)
    })
    void ended.then(() => reject(new Error(`The server ended: ${said}`)))
  })
  const stop = async () => {
    child.kill('SIGTERM')
    return await ended
  }
  return { address, stop }
}

it('starts twice at once on an empty database, seals what is written down and stops in order', async () => {
  await sql`drop schema public cascade; create schema public`.execute(db)
  const servers = ['one', 'other'].map(startServer)
  started.push(...servers)
  for (const { address } of servers) {
    const ready = await fetch(`${await address}/readyz`)
    expect([ready.status, await ready.text()]).toEqual([200, 'ready'])
  }
  const { rows } = await sql<{ name: string }>`select name from migrations order by name`.execute(
    db,
  )
  expect(rows.map(({ name }) => name)).toEqual(await knownMigrations())

  const who = { serviceId: await aService(db), staffId: null }
  await inService(db, who, scope => insertAuditEntry(scope, { action: 'child.looked-at' }))
  const seals = async () =>
    await inService(db, who, scope =>
      scope.db.selectFrom('auditSeals').select('sequence').execute(),
    )
  await expect.poll(seals, { timeout: 20_000 }).toEqual([{ sequence: 1 }])
  expect(await Promise.all(servers.map(({ stop }) => stop()))).toEqual([0, 0])
}, 60_000)
