import type { AlongsideRoute } from '../page.ts'
import { childPage } from './child.ts'
import { childrenPage } from './children.ts'

export const childrenRoutes: readonly AlongsideRoute[] = [
  { url: '/children', page: childrenPage },
  { url: '/children/:childId', page: childPage },
]
