import type { AlongsideRoute } from '../page.ts'
import { permissionTablePage } from './permission-table.ts'
import { permissionTableUrl } from './urls.ts'

export const permissionTableRoutes: readonly AlongsideRoute[] = [
  { url: permissionTableUrl, page: permissionTablePage },
]
