import type { AlongsideRoute } from '../page.ts'
import { liftRestrictionPage } from './lift-restriction.ts'
import { restrictionPage } from './restriction.ts'
import { urgentAccessPage } from './urgent-access.ts'
import { urgentAccessPattern } from './urls.ts'

export const restrictedRoutes: readonly AlongsideRoute[] = [
  { url: '/children/:childId/restriction', page: restrictionPage },
  { url: '/children/:childId/restriction/lift', page: liftRestrictionPage },
  { url: urgentAccessPattern, page: urgentAccessPage },
]
