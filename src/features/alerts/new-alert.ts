import { recordAlert } from '#domain/alerts/keep-alert.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { postForm, whatIsWrong } from '#platform/views/ask.ts'
import { html } from '#platform/views/html.ts'
import { findChild } from '#records/children.ts'
import { childBanner } from '../child-banner.ts'
import { childInUrl, page } from '../page.ts'
import { alertForm, askAboutAlert, listOwners } from './alert-form.ts'
import { insertAlert } from './queries.ts'
import { alertsUrl } from './urls.ts'

/** Records what whoever meets the child has to know first. */
export const newAlertPage = page({
  permission: 'alert.record',
  params: childInUrl,
  load: async ({ scope, user }, { params: { childId } }) => ({
    child: await findChild(scope, user, childId),
    owners: await listOwners(scope),
  }),
  form: ({ owners }) => alertForm(owners),
  initial: ({ owners }, { user, today }) =>
    alertForm(owners).fill({ ownerId: user.id, startedOn: today }),
  submit: async ({ scope, today }, typed, { params: { childId } }) => {
    const decision = recordAlert(typed, today)
    if (decision.kind === 'refused') return refuse(...decision.problems)
    await insertAlert(scope, childId, typed)
    return goTo(alertsUrl(childId), 'Alert recorded')
  },
  view: ({ child, owners }, shown, { today }) => ({
    title: 'Record an alert',
    identity: childBanner(child, today),
    backLink: alertsUrl(child.id),
    body: html`${whatIsWrong(shown)}
      <h1 class="govuk-heading-l">Record an alert</h1>
      <p class="govuk-body-l">
        For what somebody has to know before they meet the child. Everything else belongs in the
        record itself.
      </p>
      ${postForm(
        shown,
        { submit: 'Record the alert', cancel: alertsUrl(child.id) },
        askAboutAlert(shown, owners),
      )}`,
  }),
})
