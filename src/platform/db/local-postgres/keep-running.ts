import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { runningPostmaster } from './postmaster.ts'
import {
  startLocalPostgres,
  type LocalPostgres,
  type LocalPostgresOptions,
} from './start-local-postgres.ts'

const LOOK_EVERY = 250
const SHORTEST_WAIT = 1_000
const LONGEST_WAIT = 30_000

/** A server that ran this long before it went is not taken for one that cannot run. */
const LONG_ENOUGH = 60_000

/**
 * Starts PostgreSQL as `startLocalPostgres` does, and again whenever it goes without having been stopped by
 * us: killed by the system for memory, or by hand. What fails or goes again at once is tried at longer and
 * longer intervals, without end.
 *
 * @throws LocalPostgresError when the first start needs the person to do something
 */
export async function keepLocalPostgresRunning(
  options: LocalPostgresOptions,
): Promise<Pick<LocalPostgres, 'connection' | 'stop'>> {
  const first = await startLocalPostgres(options)
  const stopping = new AbortController()
  const watching = watch(first, options, stopping.signal)
  return {
    connection: first.connection,
    stop: async () => {
      stopping.abort()
      // Whatever is being started is up by then, so that it is stopped too.
      const last = await watching
      await last.stop()
    },
  }
}

/** Watches until told to stop; returns the server that runs then. */
async function watch(
  first: LocalPostgres,
  options: LocalPostgresOptions,
  stopping: AbortSignal,
): Promise<LocalPostgres> {
  let server = first
  let wait = 0
  let since = performance.now()
  while (await passed(LOOK_EVERY, stopping)) {
    if (runningPostmaster(path.join(server.folder, 'cluster')) !== undefined) continue
    if (performance.now() - since > LONG_ENOUGH) wait = 0
    options.log(`PostgreSQL has stopped unexpectedly. ${startingIn(wait)}`)
    if (wait > 0 && !(await passed(wait, stopping))) break
    wait = Math.min(Math.max(wait * 2, SHORTEST_WAIT), LONGEST_WAIT)
    server = await startAgain(server, options)
    since = performance.now()
  }
  return server
}

async function startAgain(
  before: LocalPostgres,
  options: LocalPostgresOptions,
): Promise<LocalPostgres> {
  try {
    const server = await startLocalPostgres(options)
    // Only now, so that there is no moment in which this process seems not to use the server.
    await before.stop()
    options.log('PostgreSQL runs again.')
    return server
  } catch (error) {
    options.log(error instanceof Error ? error.message : String(error))
    return before
  }
}

function startingIn(wait: number): string {
  return wait === 0 ? 'Starting it again …' : `Starting it again in ${wait / 1000} s …`
}

/** True when the time has passed, false when we are to stop; does not keep the process alive. */
async function passed(milliseconds: number, stopping: AbortSignal): Promise<boolean> {
  try {
    await pause(milliseconds, undefined, { signal: stopping, ref: false })
    return true
  } catch {
    return false
  }
}
