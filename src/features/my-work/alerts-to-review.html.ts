import { formatDate } from '#domain/calendar/format-date.ts'
import { isBefore, type PlainDate } from '#domain/calendar/plain-date.ts'
import { alertKinds } from '#domain/vocabulary/alerts.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { AlertToReview } from '#records/alerts.ts'
import { reviewAlertUrl } from '../alerts/urls.ts'
import { childUrl } from '../children/urls.ts'

/** Alerts that their owner is to look at again: still needed, or to be ended. */
export function alertsToReview(alerts: readonly AlertToReview[], today: PlainDate): Html {
  return html`<section>
    <h2 class="govuk-heading-m">Alerts to review (${alerts.length})</h2>
    <ul class="app-owed">
      ${alerts.map(alert => alertItem(alert, today))}
    </ul>
  </section>`
}

function alertItem(
  { id, childId, childName, kind, reviewOn, leftBy }: AlertToReview,
  today: PlainDate,
) {
  const isOverdue = isBefore(reviewOn, today)
  return html`<li class="app-owed__item app-owed__item--${isOverdue ? 'overdue' : 'due'}">
    <span class="app-owed__what"
      ><a class="govuk-link" href="${childUrl(childId)}">${childName}</a>:
      <a class="govuk-link" href="${reviewAlertUrl(childId, id)}"
        >${alertKinds[kind].name}<span class="govuk-visually-hidden">, review the alert</span></a
      >${leftBy !== null && `. ${leftBy}, who looked after it, has left: choose somebody else`}</span
    >
    <span class="app-owed__when">${isOverdue ? `Overdue: was due ${formatDate(reviewOn)}` : 'Today'}</span>
  </li>`
}
