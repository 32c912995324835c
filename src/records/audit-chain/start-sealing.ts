import type { Kysely } from 'kysely'
import type { Database } from '../schema.ts'
import { listServices } from '../services.ts'
import { sealAudit } from './seal-audit.ts'

export interface SealingOptions {
  /** Seconds between the end of one round and the start of the next; 5 unless given. */
  readonly pause?: number
  /** Told of a round that failed; the next one tries again. */
  readonly onError: (error: unknown) => void
}

export interface Sealing {
  /** Seals what is left and ends; to be called when nothing writes any more and before the connections close. */
  readonly stop: () => Promise<void>
}

/** Seals the audit of every service, again and again. Several copies of the application may each do so: one at a time acts. */
export function startSealing(
  db: Kysely<Database>,
  { pause = 5, onError }: SealingOptions,
): Sealing {
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  let round = Promise.resolve()
  const next = () => {
    round = sealEveryService(db)
      .catch(onError)
      .then(() => {
        if (!isStopped) timer = setTimeout(next, pause * 1000)
      })
  }
  next()
  return {
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      await round
      await sealEveryService(db).catch(onError)
    },
  }
}

async function sealEveryService(db: Kysely<Database>): Promise<void> {
  for (const service of await listServices(db)) await sealAudit(db, service.id)
}
