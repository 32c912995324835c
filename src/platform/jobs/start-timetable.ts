import { PgBoss } from 'pg-boss'
import type { LocalConnection } from '#platform/db/local-postgres/connection.ts'

/** Work that is done on a timetable, by one copy of the application at a time. */
export interface TimedWork {
  readonly name: string
  /** When, as cron writes it, on the clocks of London. */
  readonly cron: string
  /** What it throws makes it be tried again, a few minutes later. */
  readonly work: () => Promise<void>
}

export interface Timetable {
  /** Does a piece of work soon, as if its time had come. */
  readonly runSoon: (name: string) => Promise<void>
  /** Lets work under way finish. */
  readonly stop: () => Promise<void>
}

/** How the database is reached: by an address, or our own on its socket. */
export type Reach = { readonly connectionString: string } | LocalConnection

const retries = { retryLimit: 3, retryDelay: 300, retryBackoff: true, expireInSeconds: 900 }

/**
 * Starts the timetable. What is waiting is kept in the database, in a schema of its own (`pgboss`), so several copies of the application
 * share it.
 *
 * @param connection two connections of its own
 * @param onError told of every failure
 */
export async function startTimetable(
  connection: Reach,
  timed: readonly TimedWork[],
  onError: (error: unknown) => void,
): Promise<Timetable> {
  const boss = new PgBoss({ ...connection, max: 2, registerInstance: false })
  boss.on('error', onError)
  await boss.start()
  for (const { name, cron, work } of timed) {
    await boss.createQueue(name, { policy: 'exclusive', ...retries })
    await boss.work(name, { pollingIntervalSeconds: 5 }, async () => {
      try {
        await work()
      } catch (error) {
        onError(error)
        throw error
      }
    })
    await boss.schedule(name, cron, null, { tz: 'Europe/London' })
  }
  return {
    runSoon: async name => {
      await boss.send(name)
    },
    stop: async () => {
      await boss.stop({ graceful: true })
    },
  }
}
