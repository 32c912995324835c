import { recordAlert, whyNotChangeAlert } from '#domain/alerts/keep-alert.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { postForm, whatIsWrong } from '#platform/views/ask.ts'
import { html } from '#platform/views/html.ts'
import { findAlert, type Alert } from '#records/alerts.ts'
import { findChild } from '#records/children.ts'
import { lockRow } from '#records/lock-row.ts'
import { childBanner } from '../child-banner.ts'
import { findLastSaved } from '../last-saved.ts'
import { page } from '../page.ts'
import { alertForm, alertQuestions, askAboutAlert, listOwners } from './alert-form.ts'
import { alertInUrl } from './alert-in-url.ts'
import { updateAlert } from './queries.ts'
import { alertsUrl, alertUrl } from './urls.ts'

/** Changes what an alert says while it stands. What it said before stays readable. */
export const changeAlertPage = page({
  permission: 'alert.record',
  params: alertInUrl,
  load: async ({ scope, user }, { params }) => {
    const alert = await findAlert(scope, params)
    const owners = await listOwners(scope)
    return { child: await findChild(scope, user, params.childId), alert, owners }
  },
  form: ({ owners }) => alertForm(owners),
  initial: ({ alert, owners }) => alertForm(owners).fill(contentOf(alert)),
  version: {
    lock: ({ scope }, { alertId }) => lockRow(scope, 'alerts', alertId),
    holds: ({ alert, owners }) =>
      alert.endedOn === null ? alertForm(owners).fill(contentOf(alert)) : null,
    questions: ({ owners }) => alertQuestions(owners),
    lastSaved: ({ scope }, { child, alert }) =>
      findLastSaved(scope, { action: 'alert.changed', childId: child.id, subjectId: alert.id }),
  },
  submit: async ({ scope, today }, typed, { params, loaded: { alert } }) => {
    const ended = whyNotChangeAlert(alert)
    if (ended !== null) return refuse({ field: 'what', message: ended })
    const decision = recordAlert(typed, today)
    if (decision.kind === 'refused') return refuse(...decision.problems)
    await updateAlert(scope, params, { action: 'alert.changed', set: typed })
    return goTo(alertsUrl(params.childId), 'Alert changed')
  },
  view: ({ child, alert, owners }, shown, { today }) => ({
    title: 'Change the alert',
    identity: childBanner(child, today),
    backLink: alertUrl(child.id, alert.id),
    body: html`${whatIsWrong(shown)}
      <h1 class="govuk-heading-l">Change the alert</h1>
      ${postForm(
        shown,
        { submit: 'Save', cancel: alertUrl(child.id, alert.id) },
        askAboutAlert(shown, owners),
      )}`,
  }),
})

function contentOf({ kind, what, whatToDo, ownerId, startedOn, reviewOn }: Alert) {
  return { kind, what, whatToDo, ownerId, startedOn, reviewOn }
}
