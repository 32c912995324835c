import { chmodSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { isAlive, stopPostmaster } from '#platform/db/local-postgres/postmaster.ts'
import type { TestProject } from 'vitest/node'
import { dropRun } from './database-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where this run's own PostgreSQL lies once a test has asked for a database */
    testRunFolder: string
  }
}

const PREFIX = 'alongside-test-run-'

/**
 * Gives the run a folder for one PostgreSQL, which the first test that asks for a database starts there: a run
 * of rules alone starts none. Ends it with everything in it afterwards.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  await removeWhatKilledRunsLeft()
  const folder = mkdtempSync(path.join(os.tmpdir(), `${PREFIX}${String(process.pid)}-`))
  // The server runs as another user when the tests run as root.
  chmodSync(folder, 0o755)
  project.provide('testRunFolder', folder)
  return async () => {
    await dropRun(folder)
    await remove(folder)
  }
}

async function removeWhatKilledRunsLeft(): Promise<void> {
  for (const folder of globSync(path.join(os.tmpdir(), `${PREFIX}*`))) {
    const pid = Number.parseInt(path.basename(folder).slice(PREFIX.length), 10)
    if (!isAlive(pid)) await remove(folder)
  }
}

async function remove(folder: string): Promise<void> {
  await stopPostmaster(path.join(folder, 'postgres', 'cluster'))
  rmSync(folder, { recursive: true, force: true })
}
