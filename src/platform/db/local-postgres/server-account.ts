import { execFileSync, spawnSync } from 'node:child_process'
import { chownSync } from 'node:fs'
import { LocalPostgresError } from './local-postgres-error.ts'

/** The account the server runs under: our own, or another one where we are root (PostgreSQL refuses root). */
export type ServerAccount = {
  readonly name: string
  readonly uid: number
  readonly gid: number
  /** Set when the account is not our own, and given to every program that is started for the server. */
  readonly switchTo: { uid: number; gid: number } | Record<string, never>
}

export function serverAccount(nameForRoot = 'nobody'): ServerAccount {
  const ownUid = process.getuid?.() ?? 0
  const ownGid = process.getgid?.() ?? 0
  if (ownUid !== 0) return { name: 'you', uid: ownUid, gid: ownGid, switchTo: {} }
  const uid = numberOf('-u', nameForRoot)
  const gid = numberOf('-g', nameForRoot)
  if (uid === 0) throw new LocalPostgresError('PostgreSQL cannot run as root: name another user.')
  return { name: nameForRoot, uid, gid, switchTo: { uid, gid } }
}

export function giveTo(account: ServerAccount, file: string): void {
  if (needsOtherAccount(account)) chownSync(file, account.uid, account.gid)
}

export function canReach(account: ServerAccount, folder: string): boolean {
  if (!needsOtherAccount(account)) return true
  const asked = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], {
    cwd: '/',
    ...account.switchTo,
  })
  return asked.status === 0
}

function needsOtherAccount(account: ServerAccount): boolean {
  return 'uid' in account.switchTo
}

function numberOf(which: '-u' | '-g', name: string): number {
  try {
    return Number(execFileSync('id', [which, name], { encoding: 'utf8', stdio: 'pipe' }))
  } catch (cause) {
    throw new LocalPostgresError(
      `There is no user "${name}" on this machine to run PostgreSQL under. Name an existing ordinary user.`,
      { cause },
    )
  }
}
