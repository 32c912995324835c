import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Binaries } from './binaries.ts'
import { LocalPostgresError } from './local-postgres-error.ts'
import { isAlive } from './postmaster.ts'
import { giveTo, type ServerAccount } from './server-account.ts'
import type { ServerFolder } from './server-folder.ts'
import { serverEnvironment } from './server-environment.ts'

/** The application's role is not a superuser, so that row-level security binds it. */
const FIRST_STATEMENTS = [
  'create role alongside login createdb',
  'create database alongside owner alongside',
]

/** The major version that made the cluster, or undefined when there is none yet. */
export function majorOfCluster(cluster: string): number | undefined {
  const file = path.join(cluster, 'PG_VERSION')
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : undefined
}

/**
 * Makes the cluster with the application's role and database. It is made aside and moved into place whole,
 * because a cluster left half-made by a killed start looks like a good one. Where two starts do this at the
 * same time, the first to finish wins and the other's is thrown away.
 */
export function makeCluster(
  folder: ServerFolder,
  binaries: Binaries,
  account: ServerAccount,
  durable: boolean,
): void {
  throwAwayHalfMade(folder.home)
  const half = mkdtempSync(path.join(folder.home, `half-made-${String(process.pid)}-`))
  try {
    giveTo(account, half)
    const options = { cwd: folder.home, env: serverEnvironment(), ...account.switchTo }
    const initdb = [
      '-D',
      half,
      '-U',
      'postgres',
      '--auth=trust',
      '--encoding=UTF8',
      ...locale(binaries),
    ]
    run(path.join(binaries.folder, 'initdb'), durable ? initdb : [...initdb, '--no-sync'], options)
    run(path.join(binaries.folder, 'postgres'), ['--single', '-D', half, 'postgres'], {
      ...options,
      input: FIRST_STATEMENTS.map(statement => `${statement}\n`).join(''),
    })
    moveIntoPlace(half, folder.cluster)
  } finally {
    rmSync(half, { recursive: true, force: true })
  }
}

/** What starts that were killed have left. */
function throwAwayHalfMade(home: string): void {
  for (const name of readdirSync(home)) {
    const maker = /^half-made-(\d+)-/.exec(name)?.[1]
    if (maker === undefined || isAlive(Number(maker))) continue
    rmSync(path.join(home, name), { recursive: true, force: true })
  }
}

/**
 * Text sorts by code point everywhere, so that one database reads the same on every machine and never needs
 * its indexes rebuilt after an upgrade of the system; upper and lower case and word search know all letters.
 */
function locale({ major }: Binaries): string[] {
  const names =
    process.platform === 'darwin' ? ['--locale=C', '--lc-ctype=UTF-8'] : ['--locale=C.UTF-8']
  return major < 17 ? names : [...names, '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
}

function run(program: string, args: string[], options: Parameters<typeof execFileSync>[2]): void {
  try {
    execFileSync(program, args, { ...options, stdio: 'pipe' })
  } catch (cause) {
    const said = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : ''
    throw new LocalPostgresError(`The database could not be made by ${program}: ${said}`, { cause })
  }
}

function moveIntoPlace(half: string, cluster: string): void {
  try {
    renameSync(half, cluster)
  } catch (error) {
    if (majorOfCluster(cluster) === undefined) throw error
  }
}
