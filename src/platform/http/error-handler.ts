import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { HttpError } from './errors.ts'
import { codeOf, describeFailure } from './request-log.ts'
import { barestHeaders } from './security.ts'

export interface ErrorPage {
  readonly status: number
  readonly title: string
  readonly message: string
  /** Shown to the person and written in the log, so that one can be found from the other. */
  readonly reference: string | null
}

type Render = (page: ErrorPage, request: FastifyRequest) => string

const noSuchPage: ErrorPage = {
  status: 404,
  title: 'Page not found',
  message: 'We cannot find that page. The link may be mistyped or out of date.',
  reference: null,
}

/** The answer to an address that cannot even be read; the framework's own would repeat it. */
export function answerUnreadable(render: Render) {
  return (_error: Error, request: FastifyRequest, reply: FastifyReply): void => {
    void reply
      .code(404)
      .headers(barestHeaders)
      .type('text/html; charset=utf-8')
      .send(render(noSuchPage, request))
  }
}

/** Every error ends in a page in plain English; the log holds where and what kind, never what was typed. */
export function registerErrorPages(app: FastifyInstance, render: Render): void {
  const send = (reply: FastifyReply, request: FastifyRequest, page: ErrorPage) =>
    reply
      .code(page.status)
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(render(page, request))

  app.setNotFoundHandler((request, reply) => send(reply, request, noSuchPage))
  app.setErrorHandler((error, request, reply) => {
    const known = knownError(error)
    if (known !== null) return send(reply, request, known)
    request.log.error(
      { failure: describeFailure(error), route: request.routeOptions.url },
      'failed',
    )
    if (codeOf(error) === 'FST_ERR_HANDLER_TIMEOUT') {
      return send(reply, request, { ...tookTooLong, reference: request.id })
    }
    return send(reply, request, {
      status: 500,
      title: 'Something went wrong',
      message:
        'This is our mistake, not yours. Nothing was saved. Go back and try again; if it happens again, tell us the number below.',
      reference: request.id,
    })
  })
}

const tookTooLong: Omit<ErrorPage, 'reference'> = {
  status: 503,
  title: 'That took too long',
  message:
    'If you sent a form, it may still have been saved: look before you send it again. If it happens again, tell us the number below.',
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
  return isOfTheSender(error)
    ? {
        status: error.statusCode,
        title: 'This could not be read',
        message:
          'What was sent is not what this page takes. Go back, open the page again and send it.',
        reference: null,
      }
    : null
}

/** True for a request that the framework turned away for how it was made, not for what our pages did. */
function isOfTheSender(error: unknown): error is Error & { readonly statusCode: number } {
  if (!(error instanceof Error) || !('statusCode' in error)) return false
  const { statusCode } = error
  return typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500
}
