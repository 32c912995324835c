import type { AlongsideRoute } from '../page.ts'
import { layOutAfreshPage } from './afresh.ts'
import { drawnWithFamilyPage } from './drawn.ts'
import { genogramPage } from './genogram.ts'
import { movePiecePage } from './move.ts'
import { piecePage } from './piece.ts'

export const genogramRoutes: readonly AlongsideRoute[] = [
  { url: '/children/:childId/genogram', page: genogramPage },
  { url: '/children/:childId/genogram/move', page: movePiecePage },
  { url: '/children/:childId/genogram/afresh', page: layOutAfreshPage },
  { url: '/children/:childId/genogram/drawn', page: drawnWithFamilyPage },
  { url: '/children/:childId/genogram/pieces/:personId', page: piecePage },
]
