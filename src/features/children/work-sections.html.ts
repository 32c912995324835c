import { may } from '#domain/access/permissions.ts'
import { formatDate } from '#domain/calendar/format-date.ts'
import { nameOf } from '#domain/vocabulary/name-of.ts'
import { outcomeKinds } from '#domain/vocabulary/outcomes.ts'
import { interventionKinds, interventionResults, referralKinds } from '#domain/vocabulary/work.ts'
import { html, type Html } from '#platform/views/html.ts'
import { outcomeUrl } from '../decisions/urls.ts'
import { interventionUrl, newInterventionUrl } from '../interventions/urls.ts'
import type { PageContext } from '../page.ts'
import { planUrl } from '../plans/urls.ts'
import { referralUrl } from '../referrals/urls.ts'
import type { ReferralRow, WorkRow } from './work-queries.ts'
import type { ChildWork } from './work-record.ts'

/** Periods of work with the child, open ones first. */
export function workSection({ work, child }: ChildWork, { user }: PageContext): Html | null {
  if (!may(user.role, 'intervention.open')) return null
  return html`<section>
    <h2 class="govuk-heading-m">Our work together</h2>
    ${
      work.length === 0
        ? html`<p class="govuk-body">None yet.</p>`
        : html`<ul class="govuk-list govuk-list--spaced">
            ${work.map(row => workItem(child.id, row, user.role))}
          </ul>`
    }
    ${
      may(user.role, 'intervention.start') &&
      html`<p class="govuk-body">
        <a class="govuk-link" href="${newInterventionUrl(child.id)}">Open new work</a>
      </p>`
    }
  </section>`
}

function workItem(childId: string, row: WorkRow, role: PageContext['user']['role']): Html {
  const ended = row.endedOn === null ? null : ` to ${formatDate(row.endedOn)}`
  const result =
    row.result === null ? null : `, ${nameOf(interventionResults, row.result).toLowerCase()}`
  const worker = row.worker === null ? 'nobody yet' : row.worker
  return html`<li>
    <a class="govuk-link" href="${interventionUrl(childId, row.id)}"
      >${nameOf(interventionKinds, row.kind)}</a
    >, ${row.endedOn === null && 'since '}${formatDate(row.startedOn)}${ended}${result}. With
    ${worker}.
    ${
      row.planId !== null &&
      may(role, 'plan.open') &&
      html`<a class="govuk-link" href="${planUrl(childId, row.planId)}"
        >The plan<span class="govuk-visually-hidden"> of ${formatDate(row.startedOn)}</span></a
      >`
    }
  </li>`
}

/** How the child came to the service, and what was decided. */
export function referralsSection(
  { referrals, child }: ChildWork,
  { user }: PageContext,
): Html | null {
  if (!may(user.role, 'referral.open')) return null
  if (referrals.length === 0) return null
  return html`<section>
    <h2 class="govuk-heading-m">How we met</h2>
    <ul class="govuk-list govuk-list--spaced">
      ${referrals.map(row => referralItem(child.id, row))}
    </ul>
  </section>`
}

function referralItem(childId: string, row: ReferralRow): Html {
  const about = row.offences ?? nameOf(referralKinds, row.kind)
  const decided =
    row.outcomeId === null || row.decidedOn === null || row.outcomeKind === null
      ? html`Not decided yet.`
      : html`<a class="govuk-link" href="${outcomeUrl(childId, row.outcomeId)}"
            >${row.outcomeName ?? nameOf(outcomeKinds, row.outcomeKind)}</a
          >
          on ${formatDate(row.decidedOn)}.`
  return html`<li>
    <a class="govuk-link" href="${referralUrl(childId, row.id)}"
      >Referral of ${formatDate(row.receivedOn)}</a
    >: ${about}. ${row.kind === 'safeguarding' ? null : decided}
  </li>`
}
