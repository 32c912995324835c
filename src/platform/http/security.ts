import cookie from '@fastify/cookie'
import csrf from '@fastify/csrf-protection'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import session, { type SessionStore } from '@fastify/session'
import type { FastifyInstance } from 'fastify'

const twelveHours = 12 * 60 * 60 * 1000

const contentSources = {
  'default-src': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
}

/** For the few answers that are given before any hook runs: to addresses that cannot be read. */
export const barestHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': Object.entries(contentSources)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join(';'),
  'cache-control': 'no-store',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
}

/** What every answer carries and every form needs: strict headers, a session kept by the server, a guard against forged forms. */
export async function registerSecurity(
  app: FastifyInstance,
  options: {
    readonly sessionSecret: string
    readonly store: SessionStore
    readonly isHttps: boolean
  },
): Promise<void> {
  // First, so that also an answer that ends early, in the session or the form, is kept by nobody.
  app.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/assets/')) reply.header('cache-control', 'no-store')
    reply.header('permissions-policy', 'camera=(), geolocation=(), microphone=()')
  })
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentSources },
    strictTransportSecurity: options.isHttps,
    referrerPolicy: { policy: 'same-origin' },
  })
  await app.register(cookie)
  await app.register(session, {
    secret: options.sessionSecret,
    cookieName: 'alongside',
    cookie: {
      httpOnly: true,
      sameSite: 'lax',
      secure: options.isHttps,
      path: '/',
      maxAge: twelveHours,
    },
    saveUninitialized: false,
    // A session is written when something in it changed, not for every page that is looked at.
    rolling: false,
    store: options.store,
  })
  await app.register(csrf, {
    sessionPlugin: '@fastify/session',
    getToken: request => tokenOf(request.body),
  })
  await app.register(formbody)
}

function tokenOf(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('_csrf' in body)) return undefined
  return typeof body._csrf === 'string' ? body._csrf : undefined
}
