import type { Config } from '#config'
import type { OidcSettings } from '#features/accounts/oidc.ts'

/**
 * The settings of single sign-on, or null where none is set.
 *
 * @throws Error that names what is missing when only some are set: half a configuration would lock people out in silence
 */
export function singleSignOnOf(config: Config): OidcSettings | null {
  const needed = {
    ALONGSIDE_OIDC_ISSUER: config.ALONGSIDE_OIDC_ISSUER,
    ALONGSIDE_OIDC_CLIENT_ID: config.ALONGSIDE_OIDC_CLIENT_ID,
    ALONGSIDE_OIDC_CLIENT_SECRET: config.ALONGSIDE_OIDC_CLIENT_SECRET,
    ALONGSIDE_ADDRESS: config.ALONGSIDE_ADDRESS,
    ALONGSIDE_OIDC_GROUPS: config.ALONGSIDE_OIDC_GROUPS,
  }
  if (config.ALONGSIDE_OIDC_ISSUER === null && config.ALONGSIDE_OIDC_CLIENT_ID === null) return null
  const { ALONGSIDE_OIDC_ISSUER: issuer, ALONGSIDE_OIDC_CLIENT_ID: clientId } = needed
  const { ALONGSIDE_OIDC_CLIENT_SECRET: clientSecret, ALONGSIDE_ADDRESS: ownAddress } = needed
  const { ALONGSIDE_OIDC_GROUPS: roles } = needed
  if (
    issuer === null ||
    clientId === null ||
    clientSecret === null ||
    ownAddress === null ||
    roles === null
  ) {
    const missing = Object.entries(needed).filter(([, value]) => value === null)
    throw new Error(`Single sign-on also needs ${missing.map(([name]) => name).join(', ')}`)
  }
  return {
    issuer,
    clientId,
    clientSecret,
    ownAddress,
    roles,
    scope: config.ALONGSIDE_OIDC_SCOPE,
    groupsClaim: config.ALONGSIDE_OIDC_GROUPS_CLAIM,
  }
}
