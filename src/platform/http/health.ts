import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'

const patience = 2000

/**
 * `/healthz`: the process answers. `/readyz`: it can do its work. Both are for machines and open to all, so they say nothing else.
 *
 * @param isReady may fail or hang: either means no
 */
export function registerHealth(app: FastifyInstance, isReady: () => Promise<boolean>): void {
  app.get('/healthz', async (_request, reply) => reply.type('text/plain').send('ok'))
  app.get('/readyz', async (request, reply) => {
    const ready = await answersInTime(isReady).catch((err: unknown) => {
      request.log.warn({ err }, 'not ready')
      return false
    })
    return await reply
      .code(ready ? 200 : 503)
      .type('text/plain')
      .send(ready ? 'ready' : 'not ready')
  })
}

async function answersInTime(isReady: () => Promise<boolean>): Promise<boolean> {
  const done = new AbortController()
  try {
    return await Promise.race([isReady(), wait(patience, false, { signal: done.signal })])
  } finally {
    done.abort()
  }
}
