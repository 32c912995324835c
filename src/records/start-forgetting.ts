import type { Kysely } from 'kysely'
import type { Clock } from '#platform/clock.ts'
import { forgetOldForms } from './kept-forms.ts'
import type { Database } from './schema.ts'
import { inService } from './scope.ts'
import { forgetOldSearches } from './searches.ts'
import { listServices } from './services.ts'

export interface ForgettingOptions {
  readonly clock: Clock
  /** Minutes between the end of one round and the start of the next; 60 unless given. */
  readonly pause?: number
  /** Told of a round that failed; the next one tries again. */
  readonly onError: (error: unknown) => void
}

export interface Forgetting {
  /** Ends when the round under way has; to be called before the connections close. */
  readonly stop: () => Promise<void>
}

/**
 * Deletes what is only kept for a day, again and again, also where nobody comes by any more whose request would: what was searched for and
 * forms that could not be sent.
 */
export function startForgetting(
  db: Kysely<Database>,
  { clock, pause = 60, onError }: ForgettingOptions,
): Forgetting {
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  let round = Promise.resolve()
  const next = () => {
    round = forgetInEveryService(db, clock)
      .catch(onError)
      .then(() => {
        if (!isStopped) timer = setTimeout(next, pause * 60_000)
      })
  }
  next()
  return {
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      await round
    },
  }
}

async function forgetInEveryService(db: Kysely<Database>, clock: Clock): Promise<void> {
  const now = clock.now()
  for (const { id: serviceId } of await listServices(db)) {
    await inService(db, { serviceId, staffId: null }, async scope => {
      await forgetOldSearches(scope, now)
      await forgetOldForms(scope, now)
    })
  }
}
