import type { FastifyRequest } from 'fastify'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Permission } from '#domain/access/permissions.ts'
import type { Clock } from '#platform/clock.ts'
import { browserKey, isBrowserPart, newBrowserPart } from '#platform/credentials/browser-key.ts'
import { keyedHash } from '#platform/credentials/keyed-hash.ts'
import type { CredentialKeys } from '#platform/credentials/keys.ts'
import { seal, unseal } from '#platform/credentials/seal.ts'
import type { Keeping, KeptBody } from '#platform/http/kept-form.ts'
import { html } from '#platform/views/html.ts'
import { findOptionalKeptForm, forgetForm, forgetOldForms, keepForm } from '#records/kept-forms.ts'
import type { Database } from '#records/schema.ts'
import { inService } from '#records/scope.ts'
import type { StaffMember } from '#records/staff.ts'
import type { PageContext } from './page.ts'

const cookieName = 'alongside-kept'
const aMonth = 30 * 24 * 60 * 60
const cookieOptions = { httpOnly: true, sameSite: 'lax', path: '/', maxAge: aMonth } as const
const whoseForm = 'whose form'

const owner = z.object({ serviceId: z.uuid(), staffId: z.uuid() })
type Owner = z.infer<typeof owner>
const typedBody = z.looseObject({ _whose: z.string() })
const keptBody = z.object({
  body: z.record(z.string(), z.unknown()),
  because: z.enum(['signed-out', 'failed']),
})

interface KeepingOptions {
  readonly db: Kysely<Database>
  readonly clock: Clock
  readonly keys: Pick<CredentialKeys, 'keptForm' | 'formOwner'>
  readonly isHttps: boolean
}

/**
 * What was typed and could not be saved, for a day, for the person who typed it in the browser where they did (decision 8). By the time it is
 * kept the session may be gone, so the form itself says, sealed, whose it is.
 */
export function keepingForms({
  db,
  clock,
  keys,
  isHttps,
}: KeepingOptions): Keeping<PageContext, Permission, StaffMember> {
  const addressHashOf = (request: FastifyRequest) => keyedHash(keys.formOwner, request.url)
  return {
    keeps: permission => permission !== 'account.own',
    fieldFor: (user, request, reply) => {
      const known = request.cookies[cookieName]
      const browserPart = isBrowserPart(known) ? known : newBrowserPart()
      reply.setCookie(cookieName, browserPart, { ...cookieOptions, secure: isHttps })
      const whose = JSON.stringify({ serviceId: user.serviceId, staffId: user.id })
      return html`<input
        type="hidden"
        name="_whose"
        value="${seal(keys.formOwner, whose, whoseForm)}"
      />`
    },
    keep: async (request, because) => {
      const browserPart = request.cookies[cookieName]
      const read = typedBody.safeParse(request.body)
      if (!isBrowserPart(browserPart) || !read.success) return
      const who = readOwner(keys.formOwner, read.data._whose)
      if (who === null) return
      const { key, purpose } = lockFor(keys.keptForm, browserPart, who, request)
      const kept: KeptBody = { body: withoutSecrets(read.data), because }
      const now = clock.now()
      await inService(db, who, async scope => {
        await forgetOldForms(scope, now)
        await keepForm(scope, {
          staffId: who.staffId,
          page: request.routeOptions.url ?? 'unknown',
          addressHash: addressHashOf(request),
          content: seal(key, JSON.stringify(kept), purpose),
          keptAt: now,
        })
      })
    },
    find: async ({ scope, user, now }, request) => {
      const browserPart = request.cookies[cookieName]
      if (!isBrowserPart(browserPart)) return null
      await forgetOldForms(scope, now)
      const who = { serviceId: user.serviceId, staffId: user.id }
      const about = { staffId: user.id, addressHash: addressHashOf(request) }
      const sealed = await findOptionalKeptForm(scope, about)
      if (sealed === undefined) return null
      const { key, purpose } = lockFor(keys.keptForm, browserPart, who, request)
      const text = unseal(key, sealed, purpose)
      return text === null ? null : keptBody.parse(JSON.parse(text))
    },
    forget: ({ scope, user }, request) =>
      forgetForm(scope, { staffId: user.id, addressHash: addressHashOf(request) }),
  }
}

function lockFor(applicationKey: Buffer, browserPart: string, who: Owner, request: FastifyRequest) {
  const person = `${who.serviceId} ${who.staffId}`
  return { key: browserKey(applicationKey, browserPart, person), purpose: request.url }
}

function readOwner(key: Buffer, whose: string): Owner | null {
  const text = unseal(key, whose, whoseForm)
  return text === null ? null : owner.parse(JSON.parse(text))
}

/** What belongs to one sending is not kept. A choice between two versions is asked again, since a third may have come. */
function withoutSecrets(body: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const typed = Object.entries(body).filter(
    ([name]) => !['_csrf', '_form', '_whose', '_choosing'].includes(name),
  )
  return { ...Object.fromEntries(typed), ...('_choosing' in body && { _version: 'ask again' }) }
}
