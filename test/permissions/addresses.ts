import { deriveKeys } from '#platform/credentials/keys.ts'
import { accountsRoutes } from '#features/accounts/routes.ts'
import { routes } from '#features/routes.ts'
import type { Ids } from './one-of-each.ts'

/** Every page of the application. */
export const pages = [
  ...routes,
  ...accountsRoutes({ keys: deriveKeys('a secret of at least thirty-two characters') }),
]

/** The address of a route with real ids in it. */
export function filled(url: string, values: Ids): string {
  const path = url.replaceAll(/:(\w+)/gu, (_whole, name: string) => {
    const value = otherIdFor(url, name, values) ?? values[name]
    if (value === undefined) throw new Error(`The test has no value for :${name} of ${url}`)
    return value
  })
  return path.endsWith('/contacts/new') ? `${path}?intervention=${values['interventionId']}` : path
}

/** Where an address asks for another thing of its kind than the rest. */
function otherIdFor(url: string, name: string, values: Ids): string | undefined {
  if (name === 'ruleId') return url.startsWith('/rules/') ? 'OM-4.1-signed' : 'OM-6.3-ycc-length'
  if (name === 'referralId' && url.endsWith('/close')) return values['safeguardingReferralId']
  return undefined
}
