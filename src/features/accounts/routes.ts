import type { FastifyInstance } from 'fastify'
import type { AlongsideRoute } from '../page.ts'
import { accountPage, signOutEverywherePage } from './account.ts'
import { guardAccountPages, registerConfirm } from './confirm.ts'
import type { AccountsDesk } from './desk.ts'
import { firstSectionFor } from '../frame.ts'
import type { OidcSettings } from './oidc.ts'
import { registerOrganisation } from './organisation.ts'
import { passwordPage } from './password.ts'
import { registerSecondFactor } from './second-factor.ts'
import { signedInPerson } from '../session.ts'
import { recoveryCodesPage, setUpSecondFactorPage } from './set-up-second-factor.ts'
import { registerPasswordSignIn } from './sign-in.ts'
import {
  accountUrl,
  passwordUrl,
  recoveryCodesUrl,
  setUpSecondFactorUrl,
  signInUrl,
  signOutEverywhereUrl,
} from './urls.ts'

/**
 * The pages of a service in earnest that are opened by nobody in particular: signing in, by password or through the organisation, and
 * out. The demonstration has its own.
 */
export function registerAccounts(
  app: FastifyInstance,
  desk: AccountsDesk,
  oidc: OidcSettings | null,
): void {
  guardAccountPages(app, desk)
  registerPasswordSignIn(app, desk, oidc !== null)
  registerSecondFactor(app, desk)
  registerConfirm(app, desk)
  if (oidc !== null) registerOrganisation(app, desk, oidc)

  app.get('/', async (request, reply) => {
    const person = await signedInPerson(desk.db, request, desk.clock.now())
    return await reply.redirect(person === null ? signInUrl : firstSectionFor(person), 303)
  })

  app.post('/sign-out', { preHandler: app.csrfProtection }, async (request, reply) => {
    await request.session.destroy()
    return await reply.redirect(signInUrl, 303)
  })
}

/** The pages of a person's own account. */
export function accountsRoutes(desk: Pick<AccountsDesk, 'keys'>): readonly AlongsideRoute[] {
  return [
    { url: accountUrl, page: accountPage(desk) },
    { url: passwordUrl, page: passwordPage },
    { url: setUpSecondFactorUrl, page: setUpSecondFactorPage(desk) },
    { url: recoveryCodesUrl, page: recoveryCodesPage(desk) },
    { url: signOutEverywhereUrl, page: signOutEverywherePage },
  ]
}
