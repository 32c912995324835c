import { formatDate } from '#domain/calendar/format-date.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { mayListFor } from '#domain/referrals/panel-days.ts'
import { choiceField } from '#platform/forms/choice-field.ts'
import { defineForm } from '#platform/forms/form.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { lockRow } from '#records/lock-row.ts'
import { findPanel, listComingPanels } from '#records/panels.ts'
import type { Scope } from '#records/scope.ts'
import { childBanner } from '../child-banner.ts'
import { findLastSaved } from '../last-saved.ts'
import { page } from '../page.ts'
import { panelBody, type Listing } from './panel.html.ts'
import { loadReferral, referralInUrl, type LoadedReferral, type ReferralInUrl } from './referral.ts'
import { referralUrl } from './urls.ts'

export const referralPanelPage = page({
  permission: 'panel.arrange',
  params: referralInUrl,
  load: async (context, { params }) => ({
    ...(await loadReferral(context, params)),
    panels: await listComingPanels(context.scope, context.today),
    listings: await selectListings(context.scope, params.referralId),
  }),
  form: ({ panels }) =>
    defineForm({
      fields: {
        panelId: choiceField({
          choices: panels.map(panel => panel.id),
          missing: 'Select a panel',
          unknown: 'Select a panel that is still to come',
        }),
      },
    }),
  version: {
    lock: ({ scope }, { referralId }) => lockRow(scope, 'referrals', referralId),
    holds: ({ listings }) => ({ panelId: standingIn(listings)?.panelId ?? '' }),
    questions: ({ panels, listings }) => [
      {
        field: 'panelId',
        title: 'Which panel?',
        words: Object.fromEntries([
          ...listings.map(({ panelId, heldOn }) => [panelId, formatDate(heldOn)] as const),
          ...panels.map(({ id, heldOn }) => [id, formatDate(heldOn)] as const),
        ]),
      },
    ],
    lastSaved: async ({ scope }, { child, listings }) => {
      const standing = standingIn(listings)
      if (standing === undefined) return null
      const about = { childId: child.id, subjectId: standing.id }
      return await findLastSaved(scope, { action: 'referral.listed', ...about })
    },
  },
  submit: async ({ scope, today }, { panelId }, { params, loaded }) => {
    const refusal = whyNot(loaded)
    if (refusal !== null) return refuse({ field: 'panelId', message: refusal })
    const panel = await findPanel(scope, panelId)
    if (!mayListFor(panel.heldOn, today)) {
      return refuse({ field: 'panelId', message: 'Select a panel that is still to come' })
    }
    await listFor(scope, params, { panelId, today })
    return goTo(referralUrl(params.childId, params.referralId), 'Listed for the panel')
  },
  view: ({ child, referral, panels, listings }, shown, { today }) => ({
    title: 'Youth justice panel',
    backLink: referralUrl(child.id, referral.id),
    identity: childBanner(child, today),
    body: panelBody({ referral, panels, listings, shown }),
  }),
})

function whyNot({ referral, summary }: LoadedReferral): string | null {
  if (referral.kind === 'safeguarding') return 'A child under 10 does not come before a panel'
  if (summary.decision !== null || referral.closedOn !== null) {
    return 'The decision is made: the referral needs no panel'
  }
  return null
}

/** Withdraws the listing that stands, with today's date, and lists anew; listed there already, nothing changes. */
async function listFor(
  scope: Scope,
  { childId, referralId }: ReferralInUrl,
  { panelId, today }: { readonly panelId: string; readonly today: PlainDate },
): Promise<void> {
  const standing = await scope.db
    .selectFrom('panelListings')
    .select('panelId')
    .where('serviceId', '=', scope.serviceId)
    .where('referralId', '=', referralId)
    .where('withdrawnOn', 'is', null)
    .execute()
  if (standing.some(listing => listing.panelId === panelId)) return
  await scope.db
    .updateTable('panelListings')
    .set({ withdrawnOn: today })
    .where('serviceId', '=', scope.serviceId)
    .where('referralId', '=', referralId)
    .where('withdrawnOn', 'is', null)
    .execute()
  const { id } = await scope.db
    .insertInto('panelListings')
    .values({ serviceId: scope.serviceId, panelId, referralId, recordedBy: scope.staffId })
    .returning('id')
    .executeTakeFirstOrThrow()
  await insertAuditEntry(scope, { action: 'referral.listed', childId, subjectId: id })
}

function standingIn(listings: readonly Listing[]): Listing | undefined {
  return listings.find(({ withdrawnOn }) => withdrawnOn === null)
}

/** Every listing of the referral, latest first, also those withdrawn. */
async function selectListings(scope: Scope, referralId: string): Promise<Listing[]> {
  return await scope.db
    .selectFrom('panelListings')
    .innerJoin('panels', join =>
      join
        .onRef('panels.serviceId', '=', 'panelListings.serviceId')
        .onRef('panels.id', '=', 'panelListings.panelId'),
    )
    .select([
      'panelListings.id',
      'panelListings.panelId',
      'panels.heldOn',
      'panels.place',
      'panelListings.withdrawnOn',
    ])
    .where('panelListings.serviceId', '=', scope.serviceId)
    .where('panelListings.referralId', '=', referralId)
    .orderBy('panelListings.recordedAt', 'desc')
    .execute()
}
