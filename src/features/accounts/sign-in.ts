import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { foldUserName } from '#domain/access/sign-in/user-name.ts'
import { checkPassword, hashPassword } from '#platform/credentials/password.ts'
import { defineForm, type FieldError, type FormValues } from '#platform/forms/form.ts'
import { textField } from '#platform/forms/text-field.ts'
import { findOptionalAccount, updatePasswordHash, type Account } from '#records/accounts.ts'
import { inService } from '#records/scope.ts'
import { dropAttempt } from '#records/sign-in-attempts.ts'
import { letIn, tryOnce, type AccountsDesk } from './desk.ts'
import { passwordField } from './password-field.ts'
import { signInBody } from './sign-in.html.ts'
import { sendSignedOut } from './signed-out-page.ts'
import { secondFactorUrl, signInUrl } from './urls.ts'

const form = defineForm({
  fields: {
    userName: textField({ missing: 'Enter your user name', name: 'User name' }),
    password: passwordField({ missing: 'Enter your password' }),
  },
})

// The same words whether the name is unknown, the password wrong, the account without one or the wait not over.
const refusal =
  'The user name and password do not belong together, or there were too many tries. Check both, wait a few minutes and try again'

/** Signing in with a user name and a password. */
export function registerPasswordSignIn(
  app: FastifyInstance,
  desk: AccountsDesk,
  hasOrganisation: boolean,
): void {
  const show = async (turn: Turn, again: Again = {}) =>
    await sendSignedOut(desk, turn, {
      title: 'Sign in',
      ...again,
      body: asked => signInBody(asked, hasOrganisation),
    })

  app.get(signInUrl, async (request, reply) => await show({ request, reply }))

  app.post(signInUrl, { preHandler: app.csrfProtection }, async (request, reply) => {
    const parsed = form.parse(request.body, { today: desk.clock.today() })
    if (parsed.kind !== 'valid') {
      const errors = parsed.kind === 'invalid' ? parsed.errors : []
      return await show({ request, reply }, { values: parsed.values, errors })
    }
    const { userName, password } = parsed.value
    const tried = await tryOnce(desk, request, foldUserName(userName), () =>
      accountWith(desk, foldUserName(userName), password),
    )
    if (tried === null) {
      const refused = form.refuse(request.body, [{ field: 'userName', message: refusal }])
      return await show({ request, reply }, refused)
    }
    const account = tried.proof
    if (account.totpSecret === null) {
      return await letIn(desk, { request, reply }, account, tried.attemptId)
    }
    await dropAttempt(desk.db, tried.attemptId)
    await awaitSecondFactor(desk, request, account)
    return await reply.redirect(secondFactorUrl, 303)
  })
}

interface Turn {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

interface Again {
  readonly values?: FormValues
  readonly errors?: readonly FieldError[]
}

async function awaitSecondFactor(
  { clock }: AccountsDesk,
  request: FastifyRequest,
  account: Account,
): Promise<void> {
  await request.session.regenerate()
  request.session.set('awaited', {
    serviceId: account.serviceId,
    accountId: account.id,
    since: clock.now().toString(),
  })
}

/** The account that the user name and the password open; the work is the same when there is none. */
export async function accountWith(
  { db }: Pick<AccountsDesk, 'db'>,
  userName: string,
  password: string,
): Promise<Account | null> {
  const account = await findOptionalAccount(db, { userName })
  const was = account?.passwordHash ?? null
  const check = await checkPassword(was, password)
  if (account === undefined || was === null || check === 'wrong') return null
  if (check === 'right-but-weakly-hashed') {
    const becomes = await hashPassword(password)
    const { serviceId, staffId, id } = account
    await inService(db, { serviceId, staffId }, scope =>
      updatePasswordHash(scope, id, { was, becomes }),
    )
  }
  return account
}
