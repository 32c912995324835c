import type { AlongsideRoute } from '../page.ts'
import { alertPage } from './alert.ts'
import { alertsPage } from './alerts.ts'
import { changeAlertPage } from './change-alert.ts'
import { endAlertPage } from './end-alert.ts'
import { newAlertPage } from './new-alert.ts'
import { reviewAlertPage } from './review-alert.ts'

export const alertsRoutes: readonly AlongsideRoute[] = [
  { url: '/children/:childId/alerts', page: alertsPage },
  { url: '/children/:childId/alerts/new', page: newAlertPage },
  { url: '/children/:childId/alerts/:alertId', page: alertPage },
  { url: '/children/:childId/alerts/:alertId/change', page: changeAlertPage },
  { url: '/children/:childId/alerts/:alertId/review', page: reviewAlertPage },
  { url: '/children/:childId/alerts/:alertId/end', page: endAlertPage },
]
