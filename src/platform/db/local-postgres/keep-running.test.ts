import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepLocalPostgresRunning } from './keep-running.ts'
import { runningPostmaster } from './postmaster.ts'

let dataFolder: string
let cluster: string
const messages: string[] = []

beforeEach(() => {
  dataFolder = mkdtempSync(path.join(os.tmpdir(), 'alongside-keeper-'))
  chmodSync(dataFolder, 0o755)
  cluster = path.join(dataFolder, 'postgres', 'cluster')
})

afterEach(() => {
  rmSync(dataFolder, { recursive: true, force: true })
})

test('a server that was killed is started again, with what was saved, and stops when it is told to', async () => {
  const server = await keepLocalPostgresRunning({
    dataFolder,
    log: message => messages.push(message),
  })
  try {
    const client = new Client(server.connection)
    client.on('error', () => undefined)
    await client.connect()
    await client.query('create table saved as select 7 as answer')
    process.kill(runningPostmaster(cluster) ?? Number.NaN, 'SIGKILL')

    await vi.waitFor(() => expect(messages).toContain('PostgreSQL runs again.'), 30_000)
    expect(messages.slice(-2)).toEqual([
      'PostgreSQL has stopped unexpectedly. Starting it again …',
      'PostgreSQL runs again.',
    ])
    const after = new Client(server.connection)
    await after.connect()
    expect((await after.query('select answer from saved')).rows).toEqual([{ answer: 7 }])
    await after.end()
  } finally {
    await server.stop()
  }
  expect(existsSync(path.join(cluster, 'postmaster.pid'))).toBe(false)
}, 60_000)
