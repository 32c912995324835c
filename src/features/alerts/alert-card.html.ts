import { isToReview } from '#domain/alerts/keep-alert.ts'
import { formatDate } from '#domain/calendar/format-date.ts'
import { isBefore, type PlainDate } from '#domain/calendar/plain-date.ts'
import { alertKinds } from '#domain/vocabulary/alerts.ts'
import { tag } from '#platform/views/components/tag.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { SeenAlert } from '#records/alerts.ts'
import { ownWords } from '../own-words.ts'

/**
 * One alert: what it is, what to do, who looks after it and until when. Who may not read it learns its kind.
 *
 * @param links for an alert in a list, beneath the list's own heading; null: it is what the page is about
 */
export function alertCard(alert: SeenAlert, today: PlainDate, links: Html | null = null): Html {
  const { kind, says, endedOn } = alert
  const heading = html`${alertKinds[kind].name} ${standing(alert, today)}`
  return html`<div class="app-alert ${endedOn === null ? '' : 'app-alert--ended'}">
    ${
      links === null
        ? html`<h2 class="app-alert__kind">${heading}</h2>`
        : html`<h3 class="app-alert__kind">${heading}</h3>`
    }
    ${
      says === null
        ? html`<p class="govuk-body">
            Ask ${alert.ownerName} before you meet the child. What the alert says is not for your role.
          </p>`
        : html`${ownWords(says.what)}
            <p class="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">What to do</p>
            ${ownWords(says.whatToDo)}`
    }
    <p class="app-alert__days">${daysOf(alert, today)}</p>
    ${links}
  </div>`
}

function standing(alert: SeenAlert, today: PlainDate): Html | null {
  if (alert.endedOn !== null) return tag({ content: 'Ended', classes: 'govuk-tag--grey' })
  return isToReview(alert, today)
    ? tag({ content: 'To be reviewed', classes: 'govuk-tag--orange' })
    : null
}

function daysOf(alert: SeenAlert, today: PlainDate): Html {
  const { startedOn, endedOn, reviewOn, ownerName, says } = alert
  const since = `Since ${formatDate(startedOn)}. ${ownerName} looks after it`
  if (endedOn === null) {
    const looks = isBefore(reviewOn, today) ? 'was to look' : 'looks'
    return html`${since} and ${looks} at it again on ${formatDate(reviewOn)}.`
  }
  return html`From ${formatDate(startedOn)} to ${formatDate(endedOn)}.${
    says !== null && says.endedBecause !== null && html` Ended because: ${says.endedBecause}`
  }`
}
