import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { HttpError } from './errors.ts'

export interface ErrorPage {
  readonly status: number
  readonly title: string
  readonly message: string
  /** Shown to the person and written in the log, so that one can be found from the other. */
  readonly reference: string | null
}

/** Every error ends in a page in plain English; the log holds where and what kind, never what was typed. */
export function registerErrorPages(
  app: FastifyInstance,
  render: (page: ErrorPage, request: FastifyRequest) => string,
): void {
  const send = (reply: FastifyReply, request: FastifyRequest, page: ErrorPage) =>
    reply.code(page.status).type('text/html; charset=utf-8').send(render(page, request))

  app.setNotFoundHandler((request, reply) =>
    send(reply, request, {
      status: 404,
      title: 'Page not found',
      message: 'We cannot find that page. The link may be mistyped or out of date.',
      reference: null,
    }),
  )
  app.setErrorHandler((error, request, reply) => {
    const known = knownError(error)
    if (known !== null) return send(reply, request, known)
    request.log.error(
      { failure: describeFailure(error), route: request.routeOptions.url },
      'failed',
    )
    return send(reply, request, {
      status: 500,
      title: 'Something went wrong',
      message:
        'This is our mistake, not yours. Nothing was saved. Go back and try again; if it happens again, tell us the number below.',
      reference: request.id,
    })
  })
}

const titles: Record<string, string> = {
  'not-found': 'Not found',
  forbidden: 'You cannot open this page',
}

function knownError(error: unknown): ErrorPage | null {
  if (error instanceof HttpError) {
    const title = titles[error.code] ?? 'This could not be done'
    return { status: error.status, title, message: error.message, reference: null }
  }
  const code = codeOf(error)
  if (code === 'FST_CSRF_INVALID_TOKEN' || code === 'FST_CSRF_MISSING_SECRET') {
    return {
      status: 403,
      title: 'This page has been open too long',
      message:
        'For safety, a page can only be sent for a while after it was opened. Go back, copy what you wrote, open the page again and send it. Nothing was saved.',
      reference: null,
    }
  }
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    return {
      status: 413,
      title: 'That is too long to save in one go',
      message: 'Go back and shorten what you wrote, or save it in parts. Nothing was saved.',
      reference: null,
    }
  }
  return null
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : null
}

/** Name, code and place of a failure; its message is left out, since a database error may quote what was typed. */
function describeFailure(error: unknown): { name: string; code: string | null; at: string[] } {
  if (!(error instanceof Error)) return { name: typeof error, code: null, at: [] }
  const at = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line))
  return { name: error.name, code: codeOf(error), at: at.map(line => line.trim()).slice(0, 12) }
}
