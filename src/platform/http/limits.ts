import type { Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { HttpError } from './errors.ts'
import { codeOf } from './request-log.ts'

const seconds = 1000

/** How long a request's answer may be in the making: more than the slowest page needs, less than a person waits. */
const answerWithin = 60 * seconds

/**
 * What one request may cost: size, time, and how long a slow or silent connection is borne. A connection may be silent for longer than an
 * answer takes; an idle one is kept longer than proxies usually keep theirs, so that it is not closed under a request.
 */
export const serverLimits = {
  bodyLimit: 1_000_000,
  requestTimeout: 30 * seconds,
  handlerTimeout: answerWithin,
  connectionTimeout: answerWithin + 15 * seconds,
  keepAliveTimeout: 65 * seconds,
  http: {
    headersTimeout: 10 * seconds,
    maxHeaderSize: 16_384,
    connectionsCheckingInterval: 5 * seconds,
  },
} as const

/** In characters; the longest address of a page of ours is a tenth of it. */
export const longestUrl = 4096

/** Turns away an address that no page of ours has. */
export function registerLimits(app: FastifyInstance): void {
  app.addHook('onRequest', async request => {
    if (request.url.length <= longestUrl) return
    throw new HttpError(414, 'too-long', 'The address is too long. Go back and search for less.')
  })
}

/**
 * Stops serving: takes nothing new, lets the requests under way finish, and cuts what is still open after the limit.
 *
 * @param limit in milliseconds
 */
export async function closeWithin(app: FastifyInstance, limit: number): Promise<void> {
  const done = new AbortController()
  const cut = wait(limit, undefined, { signal: done.signal }).then(
    () => app.server.closeAllConnections(),
    () => undefined,
  )
  await app.close()
  done.abort()
  await cut
}

const clientFaults: Readonly<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
}

/** Ends a connection whose request cannot be read or did not come in time; what was sent is not logged. */
export function hangUp(error: Error, socket: Socket): void {
  if (!socket.writable) {
    socket.destroy()
    return
  }
  const status = clientFaults[codeOf(error) ?? ''] ?? '400 Bad Request'
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
