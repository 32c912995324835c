import type { AlongsideRoute } from '../page.ts'
import { allocationPage } from './allocation.ts'
import { closePage } from './close.ts'
import { interventionPage } from './intervention.ts'
import { newInterventionPage } from './new-intervention.ts'
import { newServiceAgreementPage } from './new-service-agreement.ts'
import { serviceAgreementPage } from './service-agreement.ts'
import { signServiceAgreementPage } from './sign-service-agreement.ts'

export const interventionsRoutes: readonly AlongsideRoute[] = [
  { url: '/children/:childId/interventions/new', page: newInterventionPage },
  { url: '/children/:childId/interventions/:interventionId', page: interventionPage },
  { url: '/children/:childId/interventions/:interventionId/allocation', page: allocationPage },
  {
    url: '/children/:childId/interventions/:interventionId/service-agreement',
    page: newServiceAgreementPage,
  },
  { url: '/children/:childId/interventions/:interventionId/close', page: closePage },
  { url: '/children/:childId/service-agreements/:agreementId', page: serviceAgreementPage },
  {
    url: '/children/:childId/service-agreements/:agreementId/sign',
    page: signServiceAgreementPage,
  },
]
