import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { connectionTo, type LocalConnection } from '#platform/db/local-postgres/connection.ts'
import { runningPostmaster } from '#platform/db/local-postgres/postmaster.ts'
import { serverAccount } from '#platform/db/local-postgres/server-account.ts'
import { makeServerFolder } from '#platform/db/local-postgres/server-folder.ts'
import { freePort, killAll, withDescendants } from './processes.ts'

export type Killed = 'application' | 'database' | 'both'

/** A service of its own on a folder of its own, watched over as a process manager would. */
export interface Service {
  readonly address: string
  readonly connection: LocalConnection
  /** How often the application ended without having been killed by us. */
  readonly endings: () => number
  readonly kill: (what: Killed) => void
  /** Milliseconds until the page that reads the database is there again; null when it did not come. */
  readonly answersWithin: (seconds: number) => Promise<number | null>
  /** Runs a command of Alongside beside the running service. */
  readonly command: (...words: string[]) => Promise<Ran>
  /** Asks it to stop in order; true when it did and took its database with it. */
  readonly stop: () => Promise<boolean>
  /** Removes every process and every file, in whatever state things are. */
  readonly remove: () => void
}

export interface Ran {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

const project = path.join(import.meta.dirname, '..', '..')
const program = path.join(project, 'bin', 'alongside.js')
/** What the program starts; for commands the step in between only costs time. */
const commandLine = path.join(project, 'src', 'cli', 'alongside.ts')
const pauseOfTheManager = 200

/** An application that ends this often by itself is not going to come up. */
const givesUpAfter = 5

export async function startService(say: (line: string) => void): Promise<Service> {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'alongside-crash-'))
  // PostgreSQL runs as another user where we are root, and has to get through.
  chmodSync(dataFolder, 0o711)
  const server = makeServerFolder(dataFolder, serverAccount(), say)
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const env = {
    ...process.env,
    DATABASE_URL: '',
    ALONGSIDE_SKIP_INSTALL: '1',
    ALONGSIDE_DATA: dataFolder,
    HOST: '127.0.0.1',
    PORT: String(port),
    LOG_LEVEL: 'silent',
  }
  const state = { wanted: true, expected: false, endings: 0 }
  let application = launch()

  function launch(): ChildProcess {
    // A group of its own: the launcher and the Node it starts are killed in the same moment.
    const child = spawn(process.execPath, [program, 'start'], {
      env,
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    child.stderr.on('data', text => say(String(text).trimEnd()))
    child.once('exit', () => {
      if (!state.wanted) return
      if (!state.expected) state.endings += 1
      state.expected = false
      setTimeout(() => {
        if (state.wanted) application = launch()
      }, pauseOfTheManager)
    })
    return child
  }

  const applicationPids = () =>
    application.pid === undefined ? [] : withDescendants(application.pid)
  const ownOf = (pids: readonly number[], database: readonly number[]) =>
    pids.filter(pid => !database.includes(pid))
  const databasePids = () => {
    const pid = runningPostmaster(server.cluster)
    return pid === undefined ? [] : withDescendants(pid)
  }

  return {
    address,
    connection: connectionTo(server),
    endings: () => state.endings,
    kill: what => {
      const database = databasePids()
      // The database is a descendant of the application that started it, and stays when only that is meant.
      const own = ownOf(applicationPids(), database)
      if (what !== 'application' && database.length === 0) throw new Error('No database runs')
      if (what !== 'database') state.expected = true
      killAll([...(what === 'database' ? [] : own), ...(what === 'application' ? [] : database)])
    },
    answersWithin: seconds => answersWithin(address, seconds, () => state.endings >= givesUpAfter),
    command: (...words) => run(words, env),
    stop: async () => {
      state.wanted = false
      if (application.exitCode !== null || application.signalCode !== null) return false
      const ended = new Promise<number | null>(resolve => application.once('exit', resolve))
      application.kill('SIGTERM')
      const status = await Promise.race([ended, pause(40_000, null, { ref: false })])
      return status === 0 && runningPostmaster(server.cluster) === undefined
    },
    remove: () => {
      state.wanted = false
      killAll([...applicationPids(), ...databasePids()])
      for (const folder of [server.home, server.socket, dataFolder]) {
        rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
      }
    },
  }
}

async function answersWithin(
  address: string,
  seconds: number,
  isHopeless: () => boolean,
): Promise<number | null> {
  const began = performance.now()
  while (performance.now() - began < seconds * 1000 && !isHopeless()) {
    try {
      const page = await fetch(`${address}/sign-in`, { signal: AbortSignal.timeout(5000) })
      const text = await page.text()
      if (page.status === 200 && text.includes('staffId')) return performance.now() - began
    } catch {
      // Nobody listens yet.
    }
    // Seldom enough not to be a load of its own on the service that is coming up.
    await pause(150)
  }
  return null
}

async function run(words: readonly string[], env: NodeJS.ProcessEnv): Promise<Ran> {
  const child = spawn(process.execPath, [commandLine, ...words], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 60_000,
  })
  const texts = { out: '', err: '' }
  child.stdout.on('data', part => (texts.out += String(part)))
  child.stderr.on('data', part => (texts.err += String(part)))
  const status = await new Promise<number | null>(resolve => child.once('close', resolve))
  return { status, ...texts }
}
