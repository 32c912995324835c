import type { AlongsideRoute } from '../page.ts'
import { addEntriesPage } from './add-entries.ts'
import { chronologiesPage } from './chronologies.ts'
import { chronologyPage } from './chronology.ts'
import { editChronologyPage } from './edit-chronology.ts'
import { finishChronologyPage } from './finish-chronology.ts'
import { newChronologyPage } from './new-chronology.ts'
import { newEntryPage } from './new-entry.ts'
import { timelinePage } from './timeline.ts'

const chronologies = '/children/:childId/chronologies'

export const timelineRoutes: readonly AlongsideRoute[] = [
  { url: '/children/:childId/timeline', page: timelinePage },
  { url: chronologies, page: chronologiesPage },
  { url: `${chronologies}/new`, page: newChronologyPage },
  { url: `${chronologies}/add`, page: addEntriesPage },
  { url: `${chronologies}/:chronologyId`, page: chronologyPage },
  { url: `${chronologies}/:chronologyId/edit`, page: editChronologyPage },
  { url: `${chronologies}/:chronologyId/entries/new`, page: newEntryPage },
  { url: `${chronologies}/:chronologyId/finish`, page: finishChronologyPage },
]
