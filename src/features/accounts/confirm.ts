import type { FastifyInstance } from 'fastify'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { isConfirmed } from '#domain/access/sign-in/session-decision.ts'
import { defineForm } from '#platform/forms/form.ts'
import { findOptionalAccount } from '#records/accounts.ts'
import { settleAttempt } from '#records/sign-in-attempts.ts'
import { confirmBody } from './confirm.html.ts'
import { tryOnce, type AccountsDesk } from './desk.ts'
import { passwordField } from './password-field.ts'
import { signedInPerson } from '../session.ts'
import { accountWith } from './sign-in.ts'
import { sendSignedOut } from './signed-out-page.ts'
import {
  accountUrl,
  confirmUrl,
  passwordUrl,
  recoveryCodesUrl,
  setUpSecondFactorUrl,
  signInUrl,
} from './urls.ts'

const needPassword = [passwordUrl, setUpSecondFactorUrl, recoveryCodesUrl] as const
const guarded: ReadonlySet<string> = new Set(needPassword)
const destination = z.object({ to: z.enum(needPassword).catch(passwordUrl) })

const form = defineForm({
  fields: { password: passwordField({ missing: 'Enter your password' }) },
})
const refusal =
  'That is not your password, or there were too many tries. Wait a few minutes and try again'

/**
 * Stands before every page: a change to the account needs a password typed a short while ago, and who was given a password by
 * somebody else does nothing before choosing their own.
 */
export function guardAccountPages(app: FastifyInstance, { clock }: AccountsDesk): void {
  app.addHook('preHandler', async (request, reply) => {
    const url = request.routeOptions.url ?? ''
    const { staffId, confirmedAt, mustChangePassword } = request.session
    if (staffId === undefined || url.startsWith('/assets/')) return
    if (mustChangePassword === true && !withoutOwnPassword.has(url)) {
      return await reply.redirect(passwordUrl, 303)
    }
    if (!guarded.has(url)) return
    const fresh =
      confirmedAt !== undefined && isConfirmed(Temporal.Instant.from(confirmedAt), clock.now())
    if (!fresh) return await reply.redirect(`${confirmUrl}?to=${encodeURIComponent(url)}`, 303)
  })
}

const withoutOwnPassword = new Set([passwordUrl, confirmUrl, signInUrl, '/sign-out', '/healthz'])

/** Asking for the password again. */
export function registerConfirm(app: FastifyInstance, desk: AccountsDesk): void {
  const title = 'Type your password again'
  const bodyFor = (to: string) => (asked: Parameters<typeof confirmBody>[0]) =>
    confirmBody(asked, `${confirmUrl}?to=${encodeURIComponent(to)}`)

  app.get(confirmUrl, async (request, reply) => {
    const person = await signedInPerson(desk.db, request, desk.clock.now())
    if (person === null) return await reply.redirect(signInUrl, 303)
    const { to } = destination.parse(request.query)
    return await sendSignedOut(desk, { request, reply }, { title, body: bodyFor(to) })
  })

  app.post(confirmUrl, { preHandler: app.csrfProtection }, async (request, reply) => {
    const person = await signedInPerson(desk.db, request, desk.clock.now())
    if (person === null) return await reply.redirect(signInUrl, 303)
    const { to } = destination.parse(request.query)
    const { serviceId, id: staffId } = person
    const account = await findOptionalAccount(desk.db, { serviceId, staffId })
    if (account === undefined) return await reply.redirect(accountUrl, 303)
    const parsed = form.parse(request.body, { today: desk.clock.today() })
    if (parsed.kind === 'valid') {
      const tried = await tryOnce(desk, request, account.userName, () =>
        accountWith(desk, account.userName, parsed.value.password),
      )
      if (tried !== null) {
        await settleAttempt(desk.db, tried.attemptId)
        request.session.set('confirmedAt', desk.clock.now().toString())
        return await reply.redirect(to, 303)
      }
    }
    const message = parsed.kind === 'valid' ? refusal : 'Enter your password'
    const { errors } = form.refuse(request.body, [{ field: 'password', message }])
    return await sendSignedOut(desk, { request, reply }, { title, errors, body: bodyFor(to) })
  })
}
