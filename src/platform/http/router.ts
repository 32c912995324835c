import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { FormContext } from '#platform/forms/form.ts'
import { html, type Html } from '#platform/views/html.ts'
import { Forbidden } from './errors.ts'
import { isThrownAway, keptNotice, whyKept, type Keeping } from './kept-form.ts'
import type { Page, FormAgain, RawInput } from './page.ts'
import type { View } from './view.ts'

export interface Route<Context, Permission> {
  readonly url: string
  readonly page: Page<Context, Permission>
}

/** What the pages need from the application that hosts them. Plumbing asks; it does not know youth justice. */
export interface PageHost<Context, Permission, User> {
  readonly userOf: (request: FastifyRequest) => Promise<User | null>
  readonly may: (user: User, permission: Permission) => boolean
  /**
   * Runs one request's work in one transaction; `purpose` says whether it is a look (written down), a change, or the page that is shown
   * in place of one that stays closed.
   */
  readonly open: <Result>(
    user: User,
    request: FastifyRequest,
    purpose: Purpose,
    work: (context: Context) => Promise<Result>,
  ) => Promise<Result>
  readonly formContextOf: (context: Context) => FormContext
  /** The first claim of a form's key wins; a repeat learns where the first one went. */
  readonly claimForm: (
    context: Context,
    formKey: string,
    request: FastifyRequest,
  ) => Promise<'claimed' | { readonly wentTo: string }>
  readonly keeping: Keeping<Context, Permission, User>
  readonly settleForm: (context: Context, formKey: string, wentTo: string) => Promise<void>
  /** Where what was asked for is now, when it is at another address; a form is sent there as it is. */
  readonly addressInstead: (refusal: unknown) => string | null
  /** The page to show in place of one that could not be opened; null when the refusal is all there is to say. */
  readonly pageInstead: (refusal: unknown) => Page<Context, Permission> | null
  readonly noteRefusal: (user: User, request: FastifyRequest) => Promise<void>
  readonly frame: (view: View, about: Frame<User>) => string
  readonly signInUrl: string
}

export type Purpose = 'look' | 'change' | 'instead'

export interface Frame<User> {
  readonly user: User
  readonly url: string
  readonly message: string | null
  readonly hasErrors: boolean
  readonly hiddenFields: Html
  /** Of them, the one that guards against forged sending. */
  readonly token: Html
}

/** Thrown inside the transaction so that nothing of a refused form stays, and caught outside of it. */
class FormGoesBack extends Error {
  readonly again: FormAgain
  constructor(again: FormAgain) {
    super('The form goes back to the person')
    this.again = again
  }
}

/**
 * Registers pages under their URLs.
 *
 * @throws Error at start when two pages share a URL or a page names no permission
 */
export function registerPages<Context, Permission extends string, User>(
  app: FastifyInstance,
  routes: readonly Route<Context, Permission>[],
  host: PageHost<Context, Permission, User>,
): void {
  for (const { url, page } of routes) {
    if (!page.permission) throw new Error(`The page ${url} declares no permission`)
    app.get(url, async (request, reply) => {
      const user = await enter(host, page, request, reply)
      if (user === null) return reply
      const turn = { host, page, user, request, reply }
      return await orInstead(turn, async () => showPage({ ...turn, again: null }))
    })
    if (page.takesForms) {
      const onError = keepOnError(host, page)
      app.post(url, { preHandler: app.csrfProtection, onError }, async (request, reply) => {
        const user = await enter(host, page, request, reply)
        if (user === null) return reply
        const turn = { host, page, user, request, reply }
        return await orInstead(turn, async () => sendForm(turn))
      })
    }
  }
}

interface Turn<Context, Permission, User> {
  readonly host: PageHost<Context, Permission, User>
  readonly page: Page<Context, Permission>
  readonly user: User
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

async function enter<Context, Permission, User>(
  host: PageHost<Context, Permission, User>,
  page: Page<Context, Permission>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<User | null> {
  const user = await host.userOf(request)
  if (user === null) {
    if (host.keeping.keeps(page.permission)) await host.keeping.keep(request, 'signed-out')
    await reply.redirect(host.signInUrl, 303)
    return null
  }
  if (!host.may(user, page.permission)) {
    await host.noteRefusal(user, request)
    throw new Forbidden()
  }
  return user
}

/** A page that stays closed may have another to be shown in its place, which says why and what to do. */
async function orInstead<Context, Permission, User>(
  turn: Turn<Context, Permission, User>,
  open: () => Promise<FastifyReply>,
): Promise<FastifyReply> {
  try {
    return await open()
  } catch (refusal) {
    const address = turn.host.addressInstead(refusal)
    if (address !== null) return await turn.reply.redirect(address, 307)
    const page = turn.host.pageInstead(refusal)
    if (page === null) throw refusal
    return await showPage({ ...turn, page, again: null, purpose: 'instead' })
  }
}

async function showPage<Context, Permission, User>(
  turn: Turn<Context, Permission, User> & {
    readonly again: FormAgain | null
    readonly purpose?: Purpose
  },
): Promise<FastifyReply> {
  const { host, page, user, request, reply, again, purpose = 'look' } = turn
  const mayBeKept = page.takesForms && purpose === 'look' && host.keeping.keeps(page.permission)
  const token = tokenOf(reply)
  const hiddenFields = html`${token}${keyField(formKeyOf(request) ?? randomUUID())}${
    mayBeKept && host.keeping.fieldFor(user, request, reply)
  }`
  const hidden = { all: hiddenFields, token }
  const view = await host.open(user, request, purpose, async context => {
    const kept = again === null && mayBeKept ? await host.keeping.find(context, request) : null
    if (kept === null) return await page.show(context, rawInput(request), again, hidden)
    const typed = await page.readKept(context, rawInput(request), kept.body)
    const shown = await page.show(context, rawInput(request), typed, hidden)
    return { ...shown, body: html`${keptNotice(kept.because, hiddenFields)}${shown.body}` }
  })
  const hasErrors = again !== null && again.errors.length > 0
  const message = hasErrors ? null : takeMessage(request)
  const framed = host.frame(view, {
    user,
    url: request.url,
    message,
    hasErrors,
    hiddenFields,
    token,
  })
  return reply
    .code(hasErrors ? 422 : (view.status ?? 200))
    .type('text/html; charset=utf-8')
    .send(framed)
}

async function sendForm<Context, Permission, User>(
  turn: Turn<Context, Permission, User>,
): Promise<FastifyReply> {
  const { host, user, request, reply, page } = turn
  if (isThrownAway(request.body)) {
    await host.open(user, request, 'change', context => host.keeping.forget(context, request))
    return await reply.redirect(request.url, 303)
  }
  const formKey = formKeyOf(request) ?? randomUUID()
  try {
    const sent = await host.open(user, request, 'change', async context => {
      const claim = await host.claimForm(context, formKey, request)
      if (claim !== 'claimed') return { to: claim.wentTo, message: null }
      const result = await page.send(
        context,
        rawInput(request),
        request.body,
        host.formContextOf(context),
      )
      if (result.kind === 'again') throw new FormGoesBack(result)
      await host.settleForm(context, formKey, result.to)
      await host.keeping.forget(context, request)
      return result
    })
    if (sent.message !== null) request.session.set('message', sent.message)
    return await reply.redirect(sent.to, 303)
  } catch (error) {
    if (error instanceof FormGoesBack) return await showPage({ ...turn, again: error.again })
    throw error
  }
}

/** What was typed into a form that could not be acted on is kept. That it cannot be kept must not hide the first error. */
function keepOnError<Context, Permission, User>(
  host: PageHost<Context, Permission, User>,
  page: Page<Context, Permission>,
) {
  return async (request: FastifyRequest, _reply: FastifyReply, error: Error): Promise<void> => {
    const because = whyKept(error)
    if (because === null || !host.keeping.keeps(page.permission)) return
    try {
      await host.keeping.keep(request, because)
    } catch {
      request.log.error({ route: request.routeOptions.url }, 'a form could not be kept')
    }
  }
}

function rawInput(request: FastifyRequest): RawInput {
  return { params: request.params, query: request.query }
}

const formKeyShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

function formKeyOf(request: FastifyRequest): string | null {
  const body = request.body
  if (typeof body !== 'object' || body === null || !('_form' in body)) return null
  return typeof body._form === 'string' && formKeyShape.test(body._form) ? body._form : null
}

function tokenOf(reply: FastifyReply): Html {
  return html`<input type="hidden" name="_csrf" value="${reply.generateCsrf()}" />`
}

function keyField(formKey: string): Html {
  return html`<input type="hidden" name="_form" value="${formKey}" />`
}

function takeMessage(request: FastifyRequest): string | null {
  const message = request.session.get('message') ?? null
  if (message !== null) request.session.set('message', undefined)
  return message
}

declare module 'fastify' {
  interface Session {
    staffId?: string | undefined
    serviceId?: string | undefined
    message?: string | undefined
  }
}
