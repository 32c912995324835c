import type { AlongsideRoute } from '../page.ts'
import { newReferralPage } from './new-referral.ts'
import { referralPage } from './referral.ts'
import { referralsPage } from './referrals.ts'

export const referralsRoutes: readonly AlongsideRoute[] = [
  { url: '/referrals', page: referralsPage },
  { url: '/referrals/new', page: newReferralPage },
  { url: '/children/:childId/referrals/:referralId', page: referralPage },
]
