import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Temporal } from 'temporal-polyfill'
import { awaitsSecondFactor } from '#domain/access/sign-in/session-decision.ts'
import { recoveryCodeHash } from '#platform/credentials/recovery-codes.ts'
import { unseal } from '#platform/credentials/seal.ts'
import { totpStep } from '#platform/credentials/totp.ts'
import { defineForm } from '#platform/forms/form.ts'
import { textField } from '#platform/forms/text-field.ts'
import {
  findOptionalAccount,
  spendRecoveryCode,
  spendTotpStep,
  type Account,
} from '#records/accounts.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { inService, type Scope } from '#records/scope.ts'
import { letIn, tryOnce, type AccountsDesk } from './desk.ts'
import { secondFactorBody } from './sign-in.html.ts'
import { sendSignedOut } from './signed-out-page.ts'
import { secondFactorUrl, signInUrl } from './urls.ts'

const form = defineForm({
  fields: { code: textField({ missing: 'Enter the code', name: 'The code', maxLength: 40 }) },
})

const refusal =
  'That code is not right, or there were too many tries. Wait for the next code, or a few minutes, and try again'

/** What a second factor is sealed for: it opens for no other account. */
export function secondFactorOf(accountId: string): string {
  return `second factor of ${accountId}`
}

/** The second step of signing in: a code from the authenticator app, or a recovery code. */
export function registerSecondFactor(app: FastifyInstance, desk: AccountsDesk): void {
  const page = { title: 'Enter your code', body: secondFactorBody }

  app.get(secondFactorUrl, async (request, reply) => {
    const account = await awaitedAccount(desk, request)
    if (account === null) return await reply.redirect(signInUrl, 303)
    return await sendSignedOut(desk, { request, reply }, page)
  })

  app.post(secondFactorUrl, { preHandler: app.csrfProtection }, async (request, reply) => {
    const account = await awaitedAccount(desk, request)
    if (account === null) return await reply.redirect(signInUrl, 303)
    const parsed = form.parse(request.body, { today: desk.clock.today() })
    if (parsed.kind === 'invalid') {
      return await sendSignedOut(desk, { request, reply }, { ...page, errors: parsed.errors })
    }
    const typed = parsed.kind === 'valid' ? parsed.value.code : ''
    const tried = await tryOnce(desk, request, account.userName, () =>
      codeOpens(desk, account, typed),
    )
    if (tried !== null) return await letIn(desk, { request, reply }, account, tried.attemptId)
    const { errors } = form.refuse(request.body, [{ field: 'code', message: refusal }])
    return await sendSignedOut(desk, { request, reply }, { ...page, errors })
  })
}

/** The account whose password was right a short while ago in this browser. */
async function awaitedAccount(
  { db, clock }: AccountsDesk,
  request: FastifyRequest,
): Promise<Account | null> {
  const awaited = request.session.awaited
  if (awaited === undefined) return null
  const since = Temporal.Instant.from(awaited.since)
  if (!awaitsSecondFactor(since, clock.now())) return null
  const { serviceId, accountId } = awaited
  const account = await findOptionalAccount(db, { serviceId, id: accountId })
  // A password that was changed or a sign-out everywhere in between takes the first step back.
  if (account === undefined || since.until(account.sessionsValidFrom).sign > 0) return null
  return account
}

/** True when the code is right and was not used before; using it up is part of finding out. */
async function codeOpens(
  { db, clock, keys }: AccountsDesk,
  account: Account,
  typed: string,
): Promise<true | null> {
  const { serviceId, staffId, id, totpSecret, totpLastStep } = account
  const secret =
    totpSecret === null ? null : unseal(keys.secondFactor, totpSecret, secondFactorOf(id))
  const step =
    secret === null ? null : totpStep(secret, typed, { now: clock.now(), lastStep: totpLastStep })
  const opens = await inService(db, { serviceId, staffId }, async scope =>
    step === null
      ? await recoveryCodeOpens(scope, account, recoveryCodeHash(keys.recoveryCode, id, typed))
      : await spendTotpStep(scope, id, step),
  )
  return opens ? true : null
}

async function recoveryCodeOpens(
  scope: Scope,
  { id }: Account,
  codeHash: string,
): Promise<boolean> {
  if (!(await spendRecoveryCode(scope, id, codeHash))) return false
  await insertAuditEntry(scope, { action: 'account.recovery-code-used', subjectId: id })
  return true
}
