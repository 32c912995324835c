import type { AlongsideRoute } from '../page.ts'
import { timelinePage } from './timeline.ts'

export const timelineRoutes: readonly AlongsideRoute[] = [
  { url: '/children/:childId/timeline', page: timelinePage },
]
