import { may } from '#domain/access/permissions.ts'
import { button } from '#platform/views/components/button.ts'
import { html, type Html } from '#platform/views/html.ts'
import { listAlerts, type SeenAlert } from '#records/alerts.ts'
import { findChild } from '#records/children.ts'
import { childBanner } from '../child-banner.ts'
import { childUrl } from '../children/urls.ts'
import { childInUrl, page, type PageContext } from '../page.ts'
import { alertCard } from './alert-card.html.ts'
import { alertUrl, newAlertUrl, reviewAlertUrl } from './urls.ts'

/** A child's alerts: those that stand, and those that ended. */
export const alertsPage = page({
  permission: 'child.open',
  params: childInUrl,
  load: async ({ scope, user }, { params: { childId } }) => ({
    child: await findChild(scope, user, childId),
    alerts: await listAlerts(scope, user, childId),
  }),
  view: ({ child, alerts }, _shown, context) => ({
    title: 'Alerts',
    identity: childBanner(child, context.today),
    backLink: childUrl(child.id),
    body: alertsBody(child.id, alerts, context),
  }),
})

function alertsBody(childId: string, alerts: readonly SeenAlert[], { user, today }: PageContext) {
  const stand = alerts.filter(({ endedOn }) => endedOn === null)
  const ended = alerts.filter(({ endedOn }) => endedOn !== null)
  const cards = (some: readonly SeenAlert[]) =>
    some.map(alert => alertCard(alert, today, linksTo(alert, user.role)))
  return html`<h1 class="govuk-heading-l">Alerts</h1>
    <p class="govuk-body-l">What to know before you meet the child.</p>
    <h2 class="govuk-heading-m">Now</h2>
    ${stand.length === 0 ? html`<p class="govuk-body">There is no alert now.</p>` : cards(stand)}
    ${
      may(user.role, 'alert.record') &&
      button({ href: newAlertUrl(childId), content: 'Record an alert' })
    }
    ${
      ended.length > 0 &&
      html`<h2 class="govuk-heading-m">Ended</h2>
        ${cards(ended)}`
    }`
}

function linksTo({ childId, id, endedOn }: SeenAlert, role: PageContext['user']['role']): Html {
  if (!may(role, 'alert.open')) return html``
  return html`<p class="govuk-body app-no-print">
    ${
      endedOn === null &&
      may(role, 'alert.record') &&
      html`<a class="govuk-link" href="${reviewAlertUrl(childId, id)}">Review, change or end</a>, `
    }<a class="govuk-link" href="${alertUrl(childId, id)}">earlier versions</a>
  </p>`
}
