import { createHash } from 'node:crypto'
import { lstatSync, mkdirSync, realpathSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { LocalPostgresError } from './local-postgres-error.ts'
import { canReach, giveTo, type ServerAccount } from './server-account.ts'

/** Where everything of one local server lies. All of it is closed to other accounts. */
export type ServerFolder = {
  readonly home: string
  readonly cluster: string
  readonly socket: string
  readonly logFile: string
  readonly users: string
  readonly binaryCopies: string
}

/** Kept by root for data folders that the server's account cannot reach. */
const PLACE_OF_ROOT = '/var/lib/alongside'

/** The system's limit for a socket's path is 108 bytes on Linux and 104 on macOS, with a closing zero. */
const LONGEST_SOCKET_PATH = 103

export function makeServerFolder(
  dataFolder: string,
  account: ServerAccount,
  log: (message: string) => void,
): ServerFolder {
  mkdirSync(dataFolder, { recursive: true })
  const home = homeFor(realpathSync(dataFolder), account, log)
  makePrivate(home, account)
  const socket = socketFolderFor(home)
  makePrivate(socket, account)
  const users = path.join(home, 'users')
  mkdirSync(users, { recursive: true })
  return {
    home,
    cluster: path.join(home, 'cluster'),
    socket,
    logFile: path.join(home, 'server.log'),
    users,
    binaryCopies: path.join(home, 'binaries'),
  }
}

/** The first folder for the socket whose path is short enough and needs no quoting in PostgreSQL's settings. */
export function socketFolderFor(home: string): string {
  const short = `alongside-${shortHash(home)}`
  const places = [
    path.join(home, 'socket'),
    path.join(os.tmpdir(), short),
    path.join('/tmp', short),
  ]
  return places.find(fitsSocket) ?? path.join('/tmp', short)
}

function homeFor(
  dataFolder: string,
  account: ServerAccount,
  log: (message: string) => void,
): string {
  if (canReach(account, dataFolder)) return path.join(dataFolder, 'postgres')
  mkdirSync(PLACE_OF_ROOT, { recursive: true, mode: 0o755 })
  const home = path.join(PLACE_OF_ROOT, shortHash(dataFolder))
  log(
    `The database is kept in ${home}: PostgreSQL runs as the user "${account.name}", who cannot reach ${dataFolder}.`,
  )
  return home
}

function makePrivate(folder: string, account: ServerAccount): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const found = lstatSync(folder)
  if (!found.isDirectory()) throw new LocalPostgresError(`${folder} should be a folder and is not.`)
  if (found.uid === process.getuid?.()) giveTo(account, folder)
  const { uid, mode } = lstatSync(folder)
  if (uid !== account.uid) {
    throw new LocalPostgresError(
      `${folder} belongs to another user (number ${String(uid)}). Start Alongside as the user who started it first, or choose another data folder.`,
    )
  }
  if ((mode & 0o077) !== 0)
    throw new LocalPostgresError(`${folder} is open to others: chmod 700 it.`)
}

function fitsSocket(folder: string): boolean {
  const longest = path.join(folder, '.s.PGSQL.5432')
  return Buffer.byteLength(longest) <= LONGEST_SOCKET_PATH && /^[\w./-]+$/.test(longest)
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
