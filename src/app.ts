import fastifyStatic from '@fastify/static'
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import type { Kysely } from 'kysely'
import type { Clock } from '#platform/clock.ts'
import { deriveKeys } from '#platform/credentials/keys.ts'
import { isUpToDate } from '#platform/db/up-to-date.ts'
import {
  answerUnreadable,
  registerErrorPages,
  type ErrorPage,
} from '#platform/http/error-handler.ts'
import { registerHealth } from '#platform/http/health.ts'
import { hangUp, registerLimits, serverLimits } from '#platform/http/limits.ts'
import { logOptions, registerRequestLog, type LogStream } from '#platform/http/request-log.ts'
import { registerPages } from '#platform/http/router.ts'
import { registerSecurity } from '#platform/http/security.ts'
import { assetFolders } from '#platform/views/asset-folders.ts'
import type { Database } from '#records/schema.ts'
import { sessionStore } from '#records/sessions.ts'
import type { OidcSettings } from '#features/accounts/oidc.ts'
import { accountsRoutes, registerAccounts } from '#features/accounts/routes.ts'
import { frameError, type Surroundings } from '#features/frame.ts'
import { pageHost } from '#features/page-host.ts'
import { refuseUndeclared } from '#features/permission-table/declared.ts'
import { routes } from '#features/routes.ts'
import { registerSignIn } from '#features/sign-in/routes.ts'

export interface AppOptions {
  readonly db: Kysely<Database>
  readonly clock: Clock
  readonly around: Surroundings
  readonly sessionSecret: string
  /** Single sign-on, where the service has it. */
  readonly oidc: OidcSettings | null
  /** True when a proxy of the service's own tells each person's address: budgets of attempts go by address. */
  readonly isBehindProxy: boolean
  readonly isHttps: boolean
  readonly logLevel: string
  /** Where the log goes instead of to the process's own output. */
  readonly logTo?: LogStream
}

/**
 * Puts the application together: security, pages, error pages. It does not listen yet.
 *
 * @throws Error when a page is badly declared: nothing is served then
 */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { db, clock, around } = options
  const errorPage = (page: ErrorPage, request: FastifyRequest) =>
    frameError(page, around, request.url)
  const app = fastify({
    ...serverLimits,
    ...logOptions(options.logLevel, options.logTo),
    trustProxy: options.isBehindProxy,
    routerOptions: { ignoreTrailingSlash: true },
    frameworkErrors: answerUnreadable(errorPage),
    clientErrorHandler: hangUp,
  })
  registerErrorPages(app, errorPage)
  registerRequestLog(app)
  const store = sessionStore(db, () => clock.now())
  await registerSecurity(app, { ...options, store })
  // After the headers, so that also who is turned away gets them.
  registerLimits(app)
  for (const { prefix, root } of assetFolders) {
    await app.register(fastifyStatic, { prefix, root, decorateReply: false, maxAge: '1h' })
  }
  const desk = {
    db,
    clock,
    around,
    keys: deriveKeys(options.sessionSecret),
    isHttps: options.isHttps,
  }
  if (around.isDemonstration) registerSignIn(app, { db, clock, around })
  else registerAccounts(app, desk, options.oidc)
  const pages = [...routes, ...accountsRoutes(desk)]
  refuseUndeclared(pages)
  registerPages(app, pages, pageHost(desk))
  registerHealth(app, () => isUpToDate(db))
  return app
}
