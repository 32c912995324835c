/** An answer other than a page: carries the status and a stable code; the message is shown to the person, so it holds no personal data. */
export class HttpError extends Error {
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'HttpError'
    this.status = status
    this.code = code
  }
}

/** The thing asked for does not exist, or is not this person's to know of. */
export class NotFound extends HttpError {
  constructor(
    message = 'We cannot find what you asked for. It may have been merged or the link may be mistyped.',
  ) {
    super(404, 'not-found', message)
    this.name = 'NotFound'
  }
}

export class Forbidden extends HttpError {
  constructor(message = 'Your role does not include this.') {
    super(403, 'forbidden', message)
    this.name = 'Forbidden'
  }
}
