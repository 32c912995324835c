import type { AlongsideRoute } from '../page.ts'
import { communicationPage } from './communication.ts'
import { correctIdentifierPage } from './correct-identifier.ts'
import { identityHistoryPage } from './history.ts'
import { identityPage } from './identity.ts'
import { myselfPage } from './myself.ts'
import { namesPage } from './names.ts'
import { newIdentifierPage } from './new-identifier.ts'
import { wishesPage } from './wishes.ts'
import { withdrawIdentifierPage } from './withdraw-identifier.ts'

export const identityRoutes: readonly AlongsideRoute[] = [
  { url: '/children/:childId/identity', page: identityPage },
  { url: '/children/:childId/identity/names', page: namesPage },
  { url: '/children/:childId/identity/myself', page: myselfPage },
  { url: '/children/:childId/identity/communication', page: communicationPage },
  { url: '/children/:childId/identity/wishes', page: wishesPage },
  { url: '/children/:childId/identity/history', page: identityHistoryPage },
  { url: '/children/:childId/identity/identifiers/new', page: newIdentifierPage },
  { url: '/children/:childId/identity/identifiers/:identifierId', page: correctIdentifierPage },
  {
    url: '/children/:childId/identity/identifiers/:identifierId/withdraw',
    page: withdrawIdentifierPage,
  },
]
