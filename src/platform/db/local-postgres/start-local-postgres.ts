import type { ChildProcess } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { chooseBinaries } from './choose-binaries.ts'
import { majorOfCluster, makeCluster } from './cluster.ts'
import { askServer, connectionTo, type LocalConnection } from './connection.ts'
import { LocalPostgresError } from './local-postgres-error.ts'
import {
  endOfLog,
  launch,
  runningPostmaster,
  stopPostmaster,
  type ServerSettings,
} from './postmaster.ts'
import { serverAccount, type ServerAccount } from './server-account.ts'
import { makeServerFolder, type ServerFolder } from './server-folder.ts'
import { enter, mayBeStopping } from './users-of-server.ts'

export type LocalPostgresOptions = {
  /** The application's data folder; the database lies in `postgres` within it */
  readonly dataFolder: string
  /** The folder with `initdb` and `postgres`; where it is not given, the machine's own, then the bundled one */
  readonly binariesFolder?: string | undefined
  /** The ordinary user to run the server under where Alongside runs as root ("nobody" unless given) */
  readonly serverUser?: string | undefined
  /** Server settings for this run, for example `fsync: 'off'` for data that is thrown away */
  readonly settings?: ServerSettings
  readonly log: (message: string) => void
}

export type LocalPostgres = {
  readonly connection: LocalConnection
  /** Of the server, for example "15.18" */
  readonly version: string
  /** Where the database lies */
  readonly folder: string
  /** False where a server that already ran is used */
  readonly startedByUs: boolean
  /** Leaves the server, and stops it unless another process still uses it. May be called twice. */
  readonly stop: () => Promise<void>
}

const SECONDS_WITHOUT_ANSWER = 60
const MOST_LAUNCHES = 3

/**
 * Starts PostgreSQL on the data folder, or uses the one that already runs there; makes the database on the
 * first start.
 *
 * @throws LocalPostgresError when the person who starts Alongside has to do something first
 */
export async function startLocalPostgres(options: LocalPostgresOptions): Promise<LocalPostgres> {
  const account = serverAccount(options.serverUser)
  const folder = makeServerFolder(options.dataFolder, account, options.log)
  const leave = enter(folder.users)
  const connection = connectionTo(folder)
  const stop = once(() => leave(() => stopPostmaster(folder.cluster)))
  try {
    const { version, child } = await reachServer(folder, connection, () =>
      startServer(folder, account, options),
    )
    const startedByUs = child !== undefined && child.pid === runningPostmaster(folder.cluster)
    return { connection, version, folder: folder.home, startedByUs, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function startServer(
  folder: ServerFolder,
  account: ServerAccount,
  { binariesFolder, settings = {}, log }: LocalPostgresOptions,
): ChildProcess {
  const majorOfData = majorOfCluster(folder.cluster)
  const binaries = chooseBinaries({
    configured: binariesFolder,
    majorOfData,
    account,
    copiesFolder: folder.binaryCopies,
  })
  if (majorOfData === undefined) {
    log(`Making the database with PostgreSQL ${binaries.version} in ${folder.home}`)
    makeCluster(folder, binaries, account, settings['fsync'] !== 'off')
  }
  return launch(folder, binaries, account, settings)
}

/**
 * Waits for an answer, and starts the server where none runs: at first, and again where it went before it
 * answered (the one that another process was just stopping, or had started a moment before us).
 */
async function reachServer(
  folder: ServerFolder,
  connection: LocalConnection,
  start: () => ChildProcess,
): Promise<{ version: string; child: ChildProcess | undefined }> {
  let child: ChildProcess | undefined
  let launchesLeft = MOST_LAUNCHES
  let lastSign = performance.now()
  while (performance.now() - lastSign < SECONDS_WITHOUT_ANSWER * 1000) {
    const answer = await askServer(connection)
    if (answer.kind === 'ready' && !mayBeStopping(folder.users)) {
      return { version: answer.version, child }
    }
    if (answer.kind !== 'none') {
      lastSign = performance.now()
    } else if (hasEnded(child) && runningPostmaster(folder.cluster) === undefined) {
      if (launchesLeft === 0) break
      child = start()
      launchesLeft -= 1
    }
    await pause(15)
  }
  throw new LocalPostgresError(
    `PostgreSQL did not start. The end of its log, ${folder.logFile}:\n${endOfLog(folder.logFile)}`,
  )
}

function hasEnded(child: ChildProcess | undefined): boolean {
  return child === undefined || child.exitCode !== null || child.signalCode !== null
}

function once(work: () => Promise<void>): () => Promise<void> {
  let begun: Promise<void> | undefined
  return () => (begun ??= work())
}
