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
import { enter } from './users-of-server.ts'

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
  try {
    const connection = connectionTo(folder)
    const answer = await askServer(connection)
    const child = answer.kind === 'none' ? startServer(folder, account, options) : undefined
    const version =
      answer.kind === 'ready' ? answer.version : await untilReady(folder, connection, child)
    return {
      connection,
      version,
      folder: folder.home,
      startedByUs: child !== undefined && child.pid === runningPostmaster(folder.cluster),
      stop: once(async () => {
        if (leave()) await stopPostmaster(folder.cluster)
      }),
    }
  } catch (error) {
    leave()
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

/** Waits for the answer of the server we started, or of one that another process started a moment earlier. */
async function untilReady(
  folder: ServerFolder,
  connection: LocalConnection,
  child: ChildProcess | undefined,
): Promise<string> {
  let lastSign = performance.now()
  while (performance.now() - lastSign < SECONDS_WITHOUT_ANSWER * 1000) {
    const answer = await askServer(connection)
    if (answer.kind === 'ready') return answer.version
    if (answer.kind === 'starting') lastSign = performance.now()
    if (hasEnded(child) && runningPostmaster(folder.cluster) === undefined) break
    await pause(15)
  }
  child?.kill('SIGQUIT')
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
