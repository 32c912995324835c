import { may } from '#domain/access/permissions.ts'
import { referralProgress } from '#domain/referrals/referral-stage.ts'
import { listReferralsInHand } from '#records/referral-summaries.ts'
import { page } from '../page.ts'
import { referralsBody } from './referrals.html.ts'

export const referralsPage = page({
  permission: 'referral.list',
  load: async ({ scope, user, today }) => {
    const referrals = await listReferralsInHand(scope, user)
    return {
      referrals: referrals.map(referral => ({
        ...referral,
        progress: referralProgress(referral, today),
      })),
    }
  },
  view: ({ referrals }, _shown, { user, today }) => ({
    title: 'Referrals',
    body: referralsBody({ referrals, today, mayRecord: may(user.role, 'referral.record') }),
  }),
})
