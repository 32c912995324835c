import { endAlert } from '#domain/alerts/keep-alert.ts'
import { dateField } from '#platform/forms/date-field.ts'
import { defineForm } from '#platform/forms/form.ts'
import { longTextField } from '#platform/forms/long-text-field.ts'
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
import { alertsUrl, alertUrl } from './urls.ts'

const endForm = defineForm({
  fields: {
    endedBecause: longTextField({
      name: 'The reason',
      missing: 'Write why it is needed no more',
      maxLength: 1000,
    }),
    endedOn: dateField({ name: 'The last day', missing: 'Enter the day on which it ended' }),
  },
})

/** Ends an alert that is needed no more. It stays readable, with the reason. */
export const endAlertPage = page({
  permission: 'alert.record',
  params: alertInUrl,
  load: async ({ scope, user }, { params }) => ({
    child: await findChild(scope, user, params.childId),
    alert: await findAlert(scope, params),
  }),
  form: endForm,
  initial: (_loaded, { today }) => endForm.fill({ endedOn: today }),
  submit: async ({ scope, today }, { endedOn, endedBecause }, { params }) => {
    await lockRow(scope, 'alerts', params.alertId)
    const decision = endAlert(await findAlert(scope, params), { endedOn, today })
    if (decision.kind === 'refused') return refuse(...decision.problems)
    await updateAlert(scope, params, { action: 'alert.ended', set: { endedOn, endedBecause } })
    return goTo(alertsUrl(params.childId), 'Alert ended')
  },
  view: ({ child, alert }, shown, { today }) => ({
    title: 'End the alert',
    identity: childBanner(child, today),
    backLink: alertUrl(child.id, alert.id),
    body: html`${whatIsWrong(shown)}
      <h1 class="govuk-heading-l">End the alert</h1>
      ${alertCard({ ...alert, says: alert }, today)}
      <p class="govuk-body">
        It goes from the head of the child’s pages. It stays to be read among ended alerts.
      </p>
      ${postForm(
        shown,
        { submit: 'End the alert', cancel: alertUrl(child.id, alert.id), warn: true },
        html`${ask(shown).longText('endedBecause', 'Why is it needed no more?', {
          size: 's',
          rows: 3,
        })}
        ${ask(shown).date('endedOn', 'When did it end?', { size: 's' })}`,
      )}`,
  }),
})
