import { ageOn } from '#domain/calendar/age.ts'
import { formatDate } from '#domain/calendar/format-date.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { alertKinds } from '#domain/vocabulary/alerts.ts'
import { html, type Html } from '#platform/views/html.ts'
import { displayName, type Child } from '#records/children.ts'
import { alertsUrl } from './alerts/urls.ts'
import { childUrl } from './children/urls.ts'

/**
 * Whose record this is, above every page about a child: name, pronouns, age, how to talk with them, and of which kinds alerts stand. What an
 * alert says is one press away, for those who may read it.
 */
export function childBanner(child: Child, today: PlainDate): Html {
  const pronouns =
    child.pronouns === null
      ? null
      : html` <span class="app-child-banner__pronouns">(${child.pronouns})</span>`
  const wayToTalk = child.communication ?? null
  return html`<div class="app-child-banner">
    <div class="govuk-width-container app-child-banner__container">
      <a class="app-child-banner__name" href="${childUrl(child.id)}">${displayName(child)}</a
      >${pronouns}
      <span class="app-child-banner__fact"
        >${ageOn(child.bornOn, today)} years old, born ${formatDate(child.bornOn)}</span
      >
      ${child.alertKinds.length > 0 && alertsOf(child)}
      ${wayToTalk !== null && html`<span class="app-child-banner__fact">${wayToTalk}</span>`}
    </div>
  </div>`
}

function alertsOf({ id, alertKinds: kinds }: Child): Html {
  return html`<a class="app-child-banner__alerts" href="${alertsUrl(id)}"
    ><span class="govuk-visually-hidden">Alerts: </span
    >${kinds.map(
      (kind, index) =>
        html`${index > 0 && html`<span class="govuk-visually-hidden">, </span>`}<span
            class="app-child-banner__alert"
            >${alertKinds[kind].name}</span
          >`,
    )}</a
  >`
}
