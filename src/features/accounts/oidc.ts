import * as client from 'openid-client'
import { z } from 'zod'
import type { GroupRole } from '#domain/access/sign-in/role-of-groups.ts'
import type { PendingSignIn } from '../session.ts'
import { organisationBackUrl } from './urls.ts'

/** How people sign in through their organisation (OpenID Connect). */
export interface OidcSettings {
  /** The provider's address, under which it publishes `.well-known/openid-configuration`. */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Where people reach Alongside: `https://alongside.example`. The provider sends them back there. */
  readonly ownAddress: string
  /** What to ask the provider for: `openid email` and whatever makes it tell the groups. */
  readonly scope: string
  readonly groupsClaim: string
  readonly roles: readonly GroupRole[]
}

/** What a provider says of somebody. The e-mail address is null unless the provider has made sure of it. */
export interface ProvenIdentity {
  readonly issuer: string
  readonly subject: string
  readonly verifiedEmail: string | null
  readonly groups: readonly string[]
}

export interface OidcClient {
  /** Where to send the person, and what to keep until they come back. */
  readonly begin: () => Promise<{ readonly url: string; readonly pending: PendingSignIn }>
  /**
   * Turns the answer into who it is.
   *
   * @param answer the query of the request that came back, with its `?`
   * @throws when the answer is not the one that was asked for, was used before, or the provider cannot be reached
   */
  readonly finish: (answer: string, pending: PendingSignIn) => Promise<ProvenIdentity>
}

const loopback = new Set(['127.0.0.1', '[::1]', 'localhost'])

/**
 * A client for one provider. It is discovered when first needed, so that Alongside starts while the provider is away.
 *
 * @throws Error at the start for a provider without https, except on this machine
 */
export function oidcClient(settings: OidcSettings): OidcClient {
  const issuer = new URL(settings.issuer)
  const isInsecure = issuer.protocol !== 'https:'
  if (isInsecure && !loopback.has(issuer.hostname)) {
    throw new Error('The identity provider must be reached over https')
  }
  const discover = onceItWorks(() =>
    client.discovery(issuer, settings.clientId, settings.clientSecret, undefined, {
      // Marked as deprecated to stand out; it is for this machine alone, as checked above.
      // eslint-disable-next-line @typescript-eslint/no-deprecated
      execute: isInsecure ? [client.allowInsecureRequests] : [],
      timeout: 10,
    }),
  )
  const backUrl = new URL(organisationBackUrl, settings.ownAddress).href
  return {
    begin: async () => {
      const codeVerifier = client.randomPKCECodeVerifier()
      const pending = { state: client.randomState(), nonce: client.randomNonce(), codeVerifier }
      const url = client.buildAuthorizationUrl(await discover(), {
        redirect_uri: backUrl,
        scope: settings.scope,
        state: pending.state,
        nonce: pending.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
      })
      return { url: url.href, pending }
    },
    finish: async (answer, pending) => {
      const config = await discover()
      const tokens = await client.authorizationCodeGrant(config, new URL(backUrl + answer), {
        pkceCodeVerifier: pending.codeVerifier,
        expectedState: pending.state,
        expectedNonce: pending.nonce,
        idTokenExpected: true,
      })
      return await identityOf(config, tokens, settings.groupsClaim)
    },
  }
}

type Tokens = Awaited<ReturnType<typeof client.authorizationCodeGrant>>

const claimsShape = z.looseObject({
  email: z.string().optional(),
  email_verified: z.boolean().optional(),
})
const groupsShape = z.array(z.string()).catch([])

/** Some providers tell groups in the ID token, others only when asked with the access token. */
async function identityOf(
  config: client.Configuration,
  tokens: Tokens,
  groupsClaim: string,
): Promise<ProvenIdentity> {
  const proven = tokens.claims()
  if (proven === undefined) throw new Error('The identity provider sent no ID token')
  const asked =
    config.serverMetadata().userinfo_endpoint === undefined
      ? {}
      : await client.fetchUserInfo(config, tokens.access_token, proven.sub)
  const all: Readonly<Record<string, unknown>> = { ...asked, ...proven }
  const { email, email_verified: isVerified } = claimsShape.parse(all)
  return {
    issuer: proven.iss,
    subject: proven.sub,
    verifiedEmail: isVerified === true && email !== undefined ? email : null,
    groups: groupsShape.parse(all[groupsClaim]),
  }
}

/** Remembers the first success; after a failure the next one asks again. */
function onceItWorks<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let done: Promise<Result> | undefined
  return () => {
    done ??= work().catch((error: unknown) => {
      done = undefined
      throw error
    })
    return done
  }
}
