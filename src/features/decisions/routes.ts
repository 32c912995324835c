import type { AlongsideRoute } from '../page.ts'
import { decisionPage } from './decision.ts'
import { explanationPage } from './explanation.ts'
import { outcomePage } from './outcome.ts'

const referral = '/children/:childId/referrals/:referralId'

export const decisionsRoutes: readonly AlongsideRoute[] = [
  { url: `${referral}/explanation`, page: explanationPage },
  { url: `${referral}/decision`, page: decisionPage },
  { url: '/children/:childId/outcomes/:outcomeId', page: outcomePage },
]
