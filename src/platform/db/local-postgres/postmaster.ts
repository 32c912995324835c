import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import type { ServerAccount } from './server-account.ts'
import { serverEnvironment } from './server-environment.ts'
import type { ServerFolder } from './server-folder.ts'

export type ServerSettings = Readonly<Record<string, string>>

const SETTINGS: ServerSettings = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  timezone: 'UTC',
  // Short statements gain nothing from it, and only some builds have it.
  jit: 'off',
  // Statements and the details of errors hold what is written about children: they stay out of the log.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}

const LARGEST_LOG = 5_000_000

/** Starts the server in a session of its own: Ctrl-C at a terminal reaches us, and we stop it in order. */
export function launch(
  folder: ServerFolder,
  binaries: Binaries,
  account: ServerAccount,
  settings: ServerSettings,
): ChildProcess {
  const all = { ...SETTINGS, unix_socket_directories: folder.socket, ...settings }
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const log = openLog(folder.logFile)
  const child = spawn(
    path.join(binaries.folder, 'postgres'),
    ['-D', folder.cluster, '-p', '5432', ...flags],
    {
      cwd: folder.home,
      env: serverEnvironment(),
      detached: true,
      stdio: ['ignore', log, log],
      ...account.switchTo,
    },
  )
  closeSync(log)
  child.unref()
  return child
}

/** The process number of the server that runs on this cluster, if one does. */
export function runningPostmaster(cluster: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8'), 10)
    return isAlive(pid) ? pid : undefined
  } catch {
    return undefined
  }
}

/** Stops the server in order: open statements are broken off, what was committed is on disk. */
export async function stopPostmaster(cluster: string): Promise<void> {
  const pid = runningPostmaster(cluster)
  if (pid === undefined) return
  process.kill(pid, 'SIGINT')
  if (await hasGone(cluster, 30)) return
  // It does not come to an end by itself; the next start recovers from the log.
  process.kill(pid, 'SIGQUIT')
  await hasGone(cluster, 30)
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

export function endOfLog(logFile: string): string {
  return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-5).join('\n')
}

async function hasGone(cluster: string, seconds: number): Promise<boolean> {
  const deadline = performance.now() + seconds * 1000
  while (performance.now() < deadline) {
    if (runningPostmaster(cluster) === undefined) return true
    await pause(15)
  }
  return false
}

function openLog(logFile: string): number {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0
  if (size > LARGEST_LOG) renameSync(logFile, `${logFile}.old`)
  return openSync(logFile, 'a', 0o600)
}
