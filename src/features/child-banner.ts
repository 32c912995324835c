import { ageOn } from '#domain/calendar/age.ts'
import { formatDate } from '#domain/calendar/format-date.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { html, type Html } from '#platform/views/html.ts'
import { displayName, type Child } from '#records/children.ts'
import { childUrl } from './children/urls.ts'

/** Whose record this is, above every page about a child: name, pronouns, age, and how to talk with them. */
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
      ${wayToTalk !== null && html`<span class="app-child-banner__fact">${wayToTalk}</span>`}
    </div>
  </div>`
}
