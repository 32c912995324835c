import { alertKinds } from '#domain/vocabulary/alerts.ts'
import { html, type Html } from '#platform/views/html.ts'
import { listAlerts, type SeenAlert } from '#records/alerts.ts'
import { alertsUrl } from '../alerts/urls.ts'
import { ownWords } from '../own-words.ts'
import { childSection } from './child-section.ts'

/** What to know before one meets the child; nothing where no alert stands. */
export const alertsSection = childSection({
  permission: 'child.open',
  load: async ({ scope, user }, { id }) => await listAlerts(scope, user, id),
  card: (alerts, { id }) => alertsBody(id, alerts),
})

function alertsBody(childId: string, alerts: readonly SeenAlert[]): Html | null {
  const standing = alerts.filter(({ endedOn }) => endedOn === null)
  if (standing.length === 0) return null
  return html`<section class="app-alerts">
    <h2 class="govuk-heading-m">Know this first</h2>
    ${standing.map(
      ({ kind, says, ownerName }) =>
        html`<div class="app-alert">
          <h3 class="app-alert__kind">${alertKinds[kind].name}</h3>
          ${
            says === null
              ? html`<p class="govuk-body">Ask ${ownerName} before you meet the child.</p>`
              : html`${ownWords(says.what)}
                  <p class="govuk-body"><strong>What to do:</strong> ${says.whatToDo}</p>`
          }
        </div>`,
    )}
    <p class="govuk-body">
      <a class="govuk-link" href="${alertsUrl(childId)}">All alerts</a>
    </p>
  </section>`
}
