import type { AlongsideRoute } from '../page.ts'
import { askAgreementPage } from './ask-agreement.ts'
import { declineAgreementPage } from './decline-agreement.ts'
import { grantAgreementPage } from './grant-agreement.ts'
import { declineAgreementUrl } from './decline-url.ts'
import { askAgreementUrl, grantAgreementUrl } from './urls.ts'

const pattern = [':childId', ':ruleId', ':subjectId'] as const

export const agreementsRoutes: readonly AlongsideRoute[] = [
  { url: grantAgreementUrl(...pattern), page: grantAgreementPage },
  { url: askAgreementUrl(...pattern), page: askAgreementPage },
  { url: declineAgreementUrl(...pattern), page: declineAgreementPage },
]
