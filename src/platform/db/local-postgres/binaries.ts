import { spawnSync } from 'node:child_process'
import { chownSync, cpSync, existsSync, globSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { bundleName, bundleRoot, makeLibraryLinks } from './bundled-binaries.ts'
import type { ServerAccount } from './server-account.ts'

/** A PostgreSQL that the server's account can run. */
export type Binaries = {
  readonly folder: string
  /** As the server says it, for example "15.18" */
  readonly version: string
  readonly major: number
}

/**
 * Makes a folder's PostgreSQL runnable by the server's account: library links where they are missing, and
 * a copy under `copiesFolder` where the account cannot read the original or we cannot write the links.
 * Only a bundled PostgreSQL can be copied: any other one does not bear being moved.
 *
 * @returns undefined when it cannot be run
 */
export function runnableBinaries(
  folder: string,
  account: ServerAccount,
  copiesFolder: string,
): Binaries | undefined {
  const root = bundleRoot(folder)
  if (root === undefined) return whenItRuns(folder, account)
  const inPlace = couldMakeLinks(root) ? whenItRuns(folder, account) : undefined
  return inPlace ?? whenItRuns(copyOf(root, account, copiesFolder), account)
}

function couldMakeLinks(root: string): boolean {
  try {
    makeLibraryLinks(root)
    return true
  } catch {
    return false
  }
}

function copyOf(root: string, account: ServerAccount, copiesFolder: string): string {
  const copy = path.join(copiesFolder, bundleName(root))
  const folder = path.join(copy, path.basename(root), 'bin')
  if (existsSync(folder)) return folder
  const half = `${copy}.${String(process.pid)}`
  mkdirSync(copiesFolder, { recursive: true })
  cpSync(root, path.join(half, path.basename(root)), { recursive: true, verbatimSymlinks: true })
  makeLibraryLinks(path.join(half, path.basename(root)))
  giveAll(account, half)
  moveIntoPlace(half, copy)
  return folder
}

function giveAll(account: ServerAccount, folder: string): void {
  if (!('uid' in account.switchTo)) return
  chownSync(folder, account.uid, account.gid)
  for (const entry of globSync('**/*', { cwd: folder, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue
    chownSync(path.join(entry.parentPath, entry.name), account.uid, account.gid)
  }
}

function moveIntoPlace(half: string, whole: string): void {
  try {
    renameSync(half, whole)
  } catch (error) {
    rmSync(half, { recursive: true, force: true })
    if (!existsSync(whole)) throw error
  }
}

function whenItRuns(folder: string, account: ServerAccount): Binaries | undefined {
  const asked = spawnSync(path.join(folder, 'postgres'), ['--version'], {
    cwd: '/',
    encoding: 'utf8',
    ...account.switchTo,
  })
  const version = /\) (\d+)[\w.]*/.exec(asked.status === 0 ? asked.stdout : '')
  if (!version?.[1]) return undefined
  return { folder, version: version[0].slice(2), major: Number(version[1]) }
}
