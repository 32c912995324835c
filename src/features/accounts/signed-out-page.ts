import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FieldError, FormValues } from '#platform/forms/form.ts'
import type { Asked } from '#platform/views/ask.ts'
import { html, type Html } from '#platform/views/html.ts'
import { layout } from '#platform/views/layout.ts'
import { notificationBanner } from '#platform/views/components/notification-banner.ts'
import type { AccountsDesk } from './desk.ts'

interface Shown {
  readonly title: string
  readonly values?: FormValues
  readonly errors?: readonly FieldError[]
  readonly status?: number
  readonly body: (asked: Asked) => Html
}

/** Sends a page for somebody of whom nothing is known yet: no name, no sections. */
export async function sendSignedOut(
  { around }: AccountsDesk,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  { title, values = {}, errors = [], status, body }: Shown,
): Promise<FastifyReply> {
  const hiddenFields = html`<input type="hidden" name="_csrf" value="${reply.generateCsrf()}" />`
  const message = request.session.message ?? null
  if (message !== null) request.session.set('message', undefined)
  const page = layout({
    title,
    body: html`${message !== null && notificationBanner({ content: message })}${body({ values, errors, hiddenFields })}`,
    currentUrl: request.url,
    serviceName: around.serviceName,
    assetVersion: around.assetVersion,
    demoNotice: around.isDemonstration,
    errors: errors.length > 0,
  })
  return await reply
    .code(status ?? (errors.length > 0 ? 422 : 200))
    .type('text/html; charset=utf-8')
    .send(page)
}
