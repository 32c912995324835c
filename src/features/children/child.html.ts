import { html, type Html } from '#platform/views/html.ts'
import type { Child } from '#records/children.ts'

/** The cards side by side where there is room, one under the other where there is not. */
export function childBody(child: Child, cards: readonly (Html | null)[], navigation: Html): Html {
  return html`${navigation}
    <h1 class="govuk-visually-hidden">${child.knownAs ?? child.givenName}</h1>
    <div class="app-child-cards">${cards}</div>`
}
