import type { AlongsideRoute } from '../page.ts'
import { figurePage, measurePage } from './measure.ts'
import { performancePage } from './performance.ts'

export const performanceRoutes: readonly AlongsideRoute[] = [
  { url: '/performance', page: performancePage },
  { url: '/performance/:measureId', page: measurePage },
  { url: '/performance/:measureId/:figureId', page: figurePage },
]
