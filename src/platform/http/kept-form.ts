import type { FastifyReply, FastifyRequest } from 'fastify'
import { button } from '#platform/views/components/button.ts'
import { notificationBanner } from '#platform/views/components/notification-banner.ts'
import { html, type Html } from '#platform/views/html.ts'
import { HttpError } from './errors.ts'

/** Why a form was kept instead of being acted on. */
export type WhyKept = 'signed-out' | 'failed'

export interface KeptBody {
  readonly body: Readonly<Record<string, unknown>>
  readonly because: WhyKept
}

/** How the application keeps what was typed into a form that could not be acted on. */
export interface Keeping<Context, Permission, User> {
  /** False for pages where people type passwords and codes. */
  readonly keeps: (permission: Permission) => boolean
  /** The hidden field that says whose form it is; gives the browser its part of the key, if it has none. */
  readonly fieldFor: (user: User, request: FastifyRequest, reply: FastifyReply) => Html
  readonly keep: (request: FastifyRequest, because: WhyKept) => Promise<void>
  readonly find: (context: Context, request: FastifyRequest) => Promise<KeptBody | null>
  readonly forget: (context: Context, request: FastifyRequest) => Promise<void>
}

/** Why a form that ended in this error is kept; null when sending it again would not help. */
export function whyKept(error: unknown): WhyKept | null {
  if (error instanceof HttpError) return error.status >= 500 ? 'failed' : null
  if (!(error instanceof Error)) return 'failed'
  if ('code' in error && typeof error.code === 'string' && error.code.startsWith('FST_CSRF_')) {
    return 'signed-out'
  }
  const status = 'statusCode' in error ? error.statusCode : undefined
  return typeof status === 'number' && status < 500 ? null : 'failed'
}

/** True when "Throw it away" was pressed. */
export function isThrownAway(body: unknown): boolean {
  return typeof body === 'object' && body !== null && '_kept' in body && body._kept === 'throw-away'
}

const sentences: Record<WhyKept, string> = {
  'signed-out': 'You wrote this before you were signed out. It is not saved yet.',
  failed: 'You wrote this and it could not be saved. Look whether it is there, then send it again.',
}

/** Above a form that is filled with what was kept. */
export function keptNotice(because: WhyKept, hiddenFields: Html): Html {
  return notificationBanner({
    content: html`<p class="govuk-notification-banner__heading">${sentences[because]}</p>
      <form method="post" novalidate>
        ${hiddenFields}
        ${button({
          content: 'Throw it away',
          name: '_kept',
          value: 'throw-away',
          classes: 'govuk-button--secondary govuk-!-margin-bottom-0',
        })}
      </form>`,
  })
}
