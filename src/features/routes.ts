import type { AlongsideRoute } from './page.ts'
import { rulesRoutes } from './rules/routes.ts'

/** Every feature's pages: the visible list. */
export const routes: readonly AlongsideRoute[] = [...rulesRoutes]
