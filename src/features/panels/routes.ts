import type { AlongsideRoute } from '../page.ts'
import { attendancePage } from './attendance.ts'
import { newPanelPage } from './new-panel.ts'
import { panelPage } from './panel.ts'
import { panelsPage } from './panels.ts'

export const panelsRoutes: readonly AlongsideRoute[] = [
  { url: '/panels', page: panelsPage },
  { url: '/panels/new', page: newPanelPage },
  { url: '/panels/:panelId', page: panelPage },
  { url: '/panels/:panelId/attendance', page: attendancePage },
]
