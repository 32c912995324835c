import { reviewAlert } from '#domain/alerts/keep-alert.ts'
import { formatDate } from '#domain/calendar/format-date.ts'
import { dateField } from '#platform/forms/date-field.ts'
import { defineForm } from '#platform/forms/form.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { ask, postForm, whatIsWrong } from '#platform/views/ask.ts'
import { html } from '#platform/views/html.ts'
import { findAlert } from '#records/alerts.ts'
import { findChild } from '#records/children.ts'
import { lockRow } from '#records/lock-row.ts'
import { childBanner } from '../child-banner.ts'
import { page } from '../page.ts'
import { alertCard } from './alert-card.html.ts'
import { alertInUrl } from './alert-in-url.ts'
import { updateAlert } from './queries.ts'
import { alertsUrl, alertUrl, changeAlertUrl, endAlertUrl } from './urls.ts'

/** An alert is looked at again: still needed, with the next day for it; or the way to end it. */
export const reviewAlertPage = page({
  permission: 'alert.record',
  params: alertInUrl,
  load: async ({ scope, user }, { params }) => ({
    child: await findChild(scope, user, params.childId),
    alert: await findAlert(scope, params),
  }),
  form: defineForm({
    fields: {
      reviewOn: dateField({
        name: 'The next day',
        missing: 'Enter the day on which it is looked at again',
      }),
    },
  }),
  submit: async ({ scope, today }, { reviewOn }, { params }) => {
    await lockRow(scope, 'alerts', params.alertId)
    const decision = reviewAlert(await findAlert(scope, params), { reviewOn, today })
    if (decision.kind === 'refused') return refuse(...decision.problems)
    await updateAlert(scope, params, { action: 'alert.reviewed', set: { reviewOn } })
    return goTo(alertsUrl(params.childId), `Still needed. Next look on ${formatDate(reviewOn)}`)
  },
  view: ({ child, alert }, shown, { today }) => ({
    title: 'Review the alert',
    identity: childBanner(child, today),
    backLink: alertUrl(child.id, alert.id),
    body: html`${whatIsWrong(shown)}
      <h1 class="govuk-heading-l">Is this alert still needed?</h1>
      ${alertCard({ ...alert, says: alert }, today)}
      <p class="govuk-body">
        If it is needed no more,
        <a class="govuk-link" href="${endAlertUrl(child.id, alert.id)}">end it</a>. If it says
        something else by now,
        <a class="govuk-link" href="${changeAlertUrl(child.id, alert.id)}">change it</a>.
      </p>
      ${postForm(
        shown,
        { submit: 'Still needed', cancel: alertsUrl(child.id) },
        ask(shown).date('reviewOn', 'When is it looked at again?', { size: 's' }),
      )}`,
  }),
})
