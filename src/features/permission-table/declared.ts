import { permissions } from '#domain/access/permissions.ts'
import type { AlongsideRoute } from '../page.ts'

/**
 * Lets no page be served whose permission the table does not have.
 *
 * @throws Error at start that names the page
 */
export function refuseUndeclared(routes: readonly AlongsideRoute[]): void {
  const bad = routes.find(({ page }) => !Object.hasOwn(permissions, page.permission))
  if (bad === undefined) return
  throw new Error(
    `The page ${bad.url} declares the permission "${bad.page.permission}", which the permission table does not have`,
  )
}
