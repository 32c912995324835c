import type { AlongsideRoute } from '../../page.ts'
import { newToolResultPage } from './new-tool-result.ts'
import { toolResultPage } from './tool-result.ts'
import { toolsPage } from './tools.ts'
import { withdrawToolResultPage } from './withdraw-tool-result.ts'

export const toolsRoutes: readonly AlongsideRoute[] = [
  { url: '/children/:childId/tools', page: toolsPage },
  { url: '/children/:childId/tools/new/:tool', page: newToolResultPage },
  { url: '/children/:childId/tools/:resultId', page: toolResultPage },
  { url: '/children/:childId/tools/:resultId/withdraw', page: withdrawToolResultPage },
]
