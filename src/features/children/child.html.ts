import { html, type Html } from '#platform/views/html.ts'
import type { Child } from '#records/children.ts'

interface ChildPage {
  readonly child: Child
  readonly warnings: readonly (Html | null)[]
  readonly cards: readonly (Html | null)[]
}

/** The cards side by side where there is room, one under the other where there is not. */
export function childBody({ child, warnings, cards }: ChildPage): Html {
  return html`<h1 class="govuk-visually-hidden">${child.knownAs ?? child.givenName}</h1>
    ${warnings}
    <div class="app-child-cards">${cards}</div>`
}
