import type { AlongsideRoute } from '../page.ts'
import { looksPage } from './looks.ts'

export const looksRoutes: readonly AlongsideRoute[] = [
  { url: '/children/:childId/looks', page: looksPage },
]
