import type { AlongsideRoute } from '../page.ts'
import { childPage } from './child.ts'
import { childrenPage } from './children.ts'
import { foundPage } from './found.ts'
import { childWorkPage } from './work.ts'

export const childrenRoutes: readonly AlongsideRoute[] = [
  { url: '/children', page: childrenPage },
  { url: '/children/found/:searchId', page: foundPage },
  { url: '/children/:childId', page: childPage },
  { url: '/children/:childId/work', page: childWorkPage },
]
