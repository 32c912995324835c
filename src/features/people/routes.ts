import type { AlongsideRoute } from '../page.ts'
import { changePersonPage } from './change-person.ts'
import { endRelationshipPage } from './end-relationship.ts'
import { familyPage } from './family.ts'
import { knownChildPage } from './known-child.ts'
import { newCouplePage } from './new-couple.ts'
import { newParentPage } from './new-parent.ts'
import { newPersonPage } from './new-person.ts'
import { peoplePage } from './people.ts'
import { professionalsPage } from './professionals.ts'
import { withdrawLinkPage } from './withdraw-link.ts'

export const peopleRoutes: readonly AlongsideRoute[] = [
  { url: '/children/:childId/people', page: peoplePage },
  { url: '/children/:childId/people/new', page: newPersonPage },
  { url: '/children/:childId/people/professionals', page: professionalsPage },
  { url: '/children/:childId/people/family', page: familyPage },
  { url: '/children/:childId/people/family/parent', page: newParentPage },
  { url: '/children/:childId/people/family/couple', page: newCouplePage },
  { url: '/children/:childId/people/family/:linkId/withdraw', page: withdrawLinkPage },
  { url: '/children/:childId/people/:relationshipId/change', page: changePersonPage },
  { url: '/children/:childId/people/:relationshipId/end', page: endRelationshipPage },
  { url: '/children/:childId/people/:relationshipId/known-child', page: knownChildPage },
]
