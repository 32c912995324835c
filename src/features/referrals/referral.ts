import { z } from 'zod'
import { may, type Permission } from '#domain/access/permissions.ts'
import { referralProgress } from '#domain/referrals/referral-stage.ts'
import { NotFound } from '#platform/http/errors.ts'
import { findChild } from '#records/children.ts'
import { findOptionalSummary } from '#records/referral-summaries.ts'
import { findReferral } from '#records/referrals.ts'
import { childBanner } from '../child-banner.ts'
import { idInUrl, page, type PageContext } from '../page.ts'
import { referralBody } from './referral.html.ts'
import { referralsUrl } from './urls.ts'

/** A referral's own address. */
export const referralInUrl = z.object({ childId: idInUrl, referralId: idInUrl })
export type ReferralInUrl = z.infer<typeof referralInUrl>

/** What every page about a referral starts from. @throws NotFound when it is another child's, or the child is out of reach */
export async function loadReferral({ scope, user, today }: PageContext, ids: ReferralInUrl) {
  const child = await findChild(scope, user, ids.childId)
  const referral = await findReferral(scope, ids.childId, ids.referralId)
  const summary = await findOptionalSummary(scope, ids.childId, ids.referralId)
  if (summary === undefined) throw new NotFound()
  return { child, referral, summary, progress: referralProgress(summary, today) }
}

export type LoadedReferral = Awaited<ReturnType<typeof loadReferral>>

export const referralPage = page({
  permission: 'referral.open',
  params: referralInUrl,
  load: async (context, { params }) => await loadReferral(context, params),
  view: (loaded, _shown, { user, today, now }) => ({
    title: 'Referral',
    backLink: referralsUrl,
    identity: childBanner(loaded.child, today),
    body: referralBody({
      ...loaded,
      today,
      now,
      may: (permission: Permission) => may(user.role, permission),
    }),
  }),
})
