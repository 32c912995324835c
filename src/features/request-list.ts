import { describeDay, formatDate } from '#domain/calendar/format-date.ts'
import { whyNotAnswer, type Answerer } from '#domain/agreements/who-may-agree.ts'
import type { AgreedBy } from '#domain/rules/rule.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { OpenRequest } from '#records/agreement-requests.ts'
import { grantAgreementUrl } from './agreements/urls.ts'
import { childUrl } from './children/urls.ts'
import type { PageContext } from './page.ts'

/** The requests that this person may answer, longest waiting first; only those that want this answer when it is named. */
export function requestsFor(
  requests: readonly OpenRequest[],
  reader: Answerer,
  by?: AgreedBy,
): OpenRequest[] {
  return requests.filter(
    request =>
      (by === undefined || request.mayAgree === by) &&
      whyNotAnswer({ by: request.mayAgree }, reader, request) === null,
  )
}

/** Requests that wait for an answer, each leading to where it is given. */
export function requestList(
  requests: readonly OpenRequest[],
  { today }: Pick<PageContext, 'today'>,
): Html {
  if (requests.length === 0) return html`<p class="govuk-body">Nobody waits for your answer.</p>`
  return html`<ul class="app-owed">
    ${requests.map(
      request => html`<li class="app-owed__item">
        <span class="app-owed__what"
          ><a class="govuk-link" href="${childUrl(request.childId)}">${request.childName}</a>:
          <a
            class="govuk-link"
            href="${grantAgreementUrl(request.childId, request.ruleId, request.subjectId)}"
            >${request.what}</a
          ><br />${request.askedBy}: ${request.why}</span
        >
        <span class="app-owed__when"
          >Since ${formatDate(request.askedOn)} (${describeDay(request.askedOn, today)})</span
        >
      </li>`,
    )}
  </ul>`
}
