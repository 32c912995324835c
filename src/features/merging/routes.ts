import type { AlongsideRoute } from '../page.ts'
import { duplicatesPage } from './duplicates.ts'
import { mergePage } from './merge.ts'
import { mergesPage } from './merges.ts'
import { notSamePage } from './not-same.ts'
import { undoMergePage } from './undo-merge.ts'

export const mergingRoutes: readonly AlongsideRoute[] = [
  { url: '/children/duplicates', page: duplicatesPage },
  { url: '/children/:childId/merge/:otherChildId', page: mergePage },
  { url: '/children/:childId/not-the-same/:otherChildId', page: notSamePage },
  { url: '/children/:childId/merges', page: mergesPage },
  { url: '/children/:childId/merges/:mergeId/undo', page: undoMergePage },
]
