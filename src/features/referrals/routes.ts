import type { AlongsideRoute } from '../page.ts'
import { assessorPage } from './assessor.ts'
import { checksPage } from './checks.ts'
import { closeReferralPage } from './close.ts'
import { newReferralPage } from './new-referral.ts'
import { referralPanelPage } from './panel.ts'
import { referralPage } from './referral.ts'
import { referralsPage } from './referrals.ts'

export const referralsRoutes: readonly AlongsideRoute[] = [
  { url: '/referrals', page: referralsPage },
  { url: '/referrals/new', page: newReferralPage },
  { url: '/children/:childId/referrals/:referralId', page: referralPage },
  { url: '/children/:childId/referrals/:referralId/checks', page: checksPage },
  { url: '/children/:childId/referrals/:referralId/assessor', page: assessorPage },
  { url: '/children/:childId/referrals/:referralId/panel', page: referralPanelPage },
  { url: '/children/:childId/referrals/:referralId/close', page: closeReferralPage },
]
