import { may } from '#domain/access/permissions.ts'
import { formatShortDate } from '#domain/calendar/format-date.ts'
import { nameOf } from '#domain/vocabulary/name-of.ts'
import { interventionKinds, referralKinds } from '#domain/vocabulary/work.ts'
import { html, type Html } from '#platform/views/html.ts'
import { newEventUrl } from '../events/urls.ts'
import { interventionUrl, newInterventionUrl } from '../interventions/urls.ts'
import type { PageContext } from '../page.ts'
import { planUrl } from '../plans/urls.ts'
import { referralUrl } from '../referrals/urls.ts'
import { selectReferrals, selectWork, type ReferralRow, type WorkRow } from './work-queries.ts'
import { card, childSection } from './child-section.ts'
import { childWorkUrl } from './urls.ts'

/** The work that is open and what waits for a decision, with the ways to begin something. */
export const workSection = childSection({
  permission: 'child.open',
  load: async ({ scope, user }, { id }) => ({
    work: may(user.role, 'intervention.open') ? await selectWork(scope, id, 'open') : [],
    referrals: may(user.role, 'referral.open') ? await selectReferrals(scope, id, 'open') : [],
  }),
  card: ({ work, referrals }, child, { user }) => {
    const seesWork = may(user.role, 'intervention.open')
    if (!seesWork && !may(user.role, 'referral.open')) return null
    const waiting = referrals.filter(({ outcomeId }) => outcomeId === null)
    const hasCase = work.length > 0 || referrals.some(({ kind }) => kind === 'out-of-court')
    return card({
      title: 'Our work together',
      content: html`${work.length === 0 && waiting.length === 0 && html`<p>Nothing is open now.</p>`}
        <ul class="app-child-list">
          ${work.map(row => workItem(child.id, row, user.role))}
          ${waiting.map(row => referralItem(child.id, row))} ${waysToBegin(child.id, user.role, hasCase)}
        </ul>`,
      more: seesWork ? { url: childWorkUrl(child.id), words: 'All the work' } : null,
    })
  },
})

type Role = PageContext['user']['role']

function workItem(childId: string, row: WorkRow, role: Role): Html {
  return html`<li>
    <a class="govuk-link" href="${interventionUrl(childId, row.id)}"
      >${nameOf(interventionKinds, row.kind)}</a
    >${
      row.planId !== null &&
      may(role, 'plan.open') &&
      html`, <a class="govuk-link" href="${planUrl(childId, row.planId)}">the plan</a>`
    }
    <span class="app-child-list__when"
      >since ${formatShortDate(row.startedOn)}, with ${row.worker ?? 'nobody yet'}</span
    >
  </li>`
}

function referralItem(childId: string, row: ReferralRow): Html {
  return html`<li>
    <a class="govuk-link" href="${referralUrl(childId, row.id)}"
      >${row.offences ?? nameOf(referralKinds, row.kind)}</a
    >
    <span class="app-child-list__when"
      >referred ${formatShortDate(row.receivedOn)}, not decided yet</span
    >
  </li>`
}

function waysToBegin(childId: string, role: Role, hasCase: boolean): Html {
  return html`${
    may(role, 'event.record') &&
    hasCase &&
    html`<li class="app-child-list__begin">
      <a class="govuk-link" href="${newEventUrl(childId)}">Record what happened or was done</a>
    </li>`
  }
  ${
    may(role, 'intervention.start') &&
    html`<li class="app-child-list__begin"><a class="govuk-link" href="${newInterventionUrl(childId)}">Open new work</a></li>`
  }`
}
