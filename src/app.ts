import fastifyStatic from '@fastify/static'
import fastify, { LogController, type FastifyInstance } from 'fastify'
import type { Kysely } from 'kysely'
import type { Clock } from '#platform/clock.ts'
import { deriveKeys } from '#platform/credentials/keys.ts'
import { registerErrorPages } from '#platform/http/error-handler.ts'
import { registerPages } from '#platform/http/router.ts'
import { registerSecurity } from '#platform/http/security.ts'
import { assetFolders } from '#platform/views/asset-folders.ts'
import type { Database } from '#records/schema.ts'
import { sessionStore } from '#records/sessions.ts'
import type { OidcSettings } from '#features/accounts/oidc.ts'
import { accountsRoutes, registerAccounts } from '#features/accounts/routes.ts'
import { frameError, type Surroundings } from '#features/frame.ts'
import { pageHost } from '#features/page-host.ts'
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
}

/**
 * Puts the application together: security, pages, error pages. It does not listen yet.
 *
 * @throws Error when a page is badly declared: nothing is served then
 */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { db, clock, around } = options
  const app = fastify({
    logger: {
      level: options.logLevel,
      serializers: { req: request => ({ method: request.method }) },
    },
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.isBehindProxy,
    bodyLimit: 1_000_000,
    requestTimeout: 60_000,
    routerOptions: { ignoreTrailingSlash: true },
  })
  registerErrorPages(app, (page, request) => frameError(page, around, request.url))
  const store = sessionStore(db, () => clock.now())
  await registerSecurity(app, { ...options, store })
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
  registerPages(app, [...routes, ...accountsRoutes(desk)], pageHost({ db, clock, around }))
  app.get('/healthz', async (_request, reply) => reply.type('text/plain').send('ok'))
  return app
}
