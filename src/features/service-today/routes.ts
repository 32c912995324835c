import type { AlongsideRoute } from '../page.ts'
import { serviceTodayPage } from './service-today.ts'
import { serviceTodayUrl } from './urls.ts'

export const serviceTodayRoutes: readonly AlongsideRoute[] = [
  { url: serviceTodayUrl, page: serviceTodayPage },
]
