import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import { LogController, type FastifyInstance, type FastifyHttpOptions } from 'fastify'

export interface LogStream {
  write(line: string): void
}

/**
 * The log: one JSON object a line, each of a request with its number. Addresses, bodies and the messages of failures stay out of it, since
 * each can name a child.
 */
export function logOptions(level: string, stream?: LogStream): FastifyHttpOptions<Server> {
  return {
    logger: {
      level,
      ...(stream !== undefined && { stream }),
      serializers: {
        req: (request: { readonly method: string }) => ({ method: request.method }),
        res: (reply: { readonly statusCode: number }) => ({ status: reply.statusCode }),
        err: describeFailure,
      },
      hooks: {
        logMethod(entry, write) {
          const [first, text] = entry as readonly unknown[]
          write.apply(this, [objectOf(first), plainText(first, text)])
        },
      },
    },
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'request' }),
    genReqId: () => randomBytes(6).toString('hex'),
  }
}

/** One line for each answer, at level info: which page by its pattern, how it went, how long it took. */
export function registerRequestLog(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime),
      },
      'answered',
    )
  })
}

/** Name, code and place of a failure; its message is left out, since a database error may quote what was typed. */
export function describeFailure(error: unknown) {
  if (!(error instanceof Error)) return failure(typeof error, null, [])
  const stack = error.stack ?? ''
  // A message of several lines can hold lines that look like places.
  const start = error.message === '' ? 0 : stack.indexOf(error.message) + error.message.length
  const places = stack.slice(start).split('\n').filter(isPlace)
  return failure(error.name, codeOf(error), places)
}

/** In the framework's shape of a failure, whose message stays empty. */
function failure(type: string, code: string | null, places: readonly string[]) {
  const stack = places
    .map(line => line.trim())
    .slice(0, 12)
    .join('\n')
  return { type, message: '', code, stack }
}

const isPlace = (line: string) => /^\s+at .*:\d+:\d+\)?$/u.test(line)

/** The stable code of a failure of a library or of Node. */
export function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : null
}

function objectOf(first: unknown): object {
  if (first instanceof Error) return { err: first }
  return typeof first === 'object' && first !== null ? first : {}
}

function plainText(first: unknown, text: unknown): string {
  if (typeof first === 'string') return withoutAddresses(first)
  const fault = failureIn(first)
  if (typeof text !== 'string') return fault === null ? '' : 'failed'
  return fault !== null && text.includes(fault.message) ? 'failed' : withoutAddresses(text)
}

function failureIn(first: unknown): Error | null {
  if (first instanceof Error) return first
  if (typeof first !== 'object' || first === null || !('err' in first)) return null
  return first.err instanceof Error ? first.err : null
}

/** The framework quotes the address of a request in some warnings. */
function withoutAddresses(text: string): string {
  return text.replaceAll(/(["'`])\/[^"'`]*\1/gu, '$1/…$1')
}
