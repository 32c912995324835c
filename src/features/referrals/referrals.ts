import { z } from 'zod'
import { may } from '#domain/access/permissions.ts'
import { referralProgress } from '#domain/referrals/referral-stage.ts'
import { NotFound } from '#platform/http/errors.ts'
import { listReferralsInHand } from '#records/referral-summaries.ts'
import { page } from '../page.ts'
import { referralsBody } from './referrals.html.ts'

const asked = z.object({ page: z.coerce.number().int().min(1).max(10_000).default(1) })

export const referralsPage = page({
  permission: 'referral.list',
  query: asked,
  load: async ({ scope, user, today }, { query }) => {
    const { referrals, inHand } = await listReferralsInHand(scope, user, query.page)
    if (referrals.length === 0 && query.page > 1) throw new NotFound()
    return {
      inHand,
      page: query.page,
      referrals: referrals.map(referral => ({
        ...referral,
        progress: referralProgress(referral, today),
      })),
    }
  },
  view: (loaded, _shown, { user, today }) => ({
    title: 'Referrals',
    body: referralsBody({ ...loaded, today, mayRecord: may(user.role, 'referral.record') }),
  }),
})
