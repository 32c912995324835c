import { z } from 'zod'
import { may } from '#domain/access/permissions.ts'
import { mayRecordAttendance } from '#domain/referrals/panel-days.ts'
import { referralProgress } from '#domain/referrals/referral-stage.ts'
import { findPanel, listAttendances } from '#records/panels.ts'
import { listReferralsOfPanel } from '#records/referral-summaries.ts'
import { selectVisibleAmong } from '#records/visible-children.ts'
import { idInUrl, page } from '../page.ts'
import { panelBody } from './panel.html.ts'
import { panelsUrl } from './urls.ts'

export const panelInUrl = z.object({ panelId: idInUrl })

export const panelPage = page({
  permission: 'panel.open',
  params: panelInUrl,
  load: async ({ scope, user, today }, { params }) => {
    const panel = await findPanel(scope, params.panelId)
    const referrals = await listReferralsOfPanel(scope, params.panelId)
    const visible = await selectVisibleAmong(
      scope,
      user,
      referrals.map(referral => referral.childId),
    )
    const cases = referrals.map(referral => ({
      referral,
      progress: referralProgress(referral, today),
      isVisible: visible.has(referral.childId),
    }))
    return { panel, cases, attendances: await listAttendances(scope, params.panelId) }
  },
  view: (loaded, _shown, { user, today }) => ({
    title: 'Youth justice panel',
    backLink: panelsUrl,
    body: panelBody({
      ...loaded,
      mayRecord: may(user.role, 'panel.arrange') && mayRecordAttendance(loaded.panel.heldOn, today),
    }),
  }),
})
