import { html, type Html } from '#platform/views/html.ts'
import { genogramUrl } from '../genogram/urls.ts'

/** The way to the drawing of the child's family. */
export function familyDrawing(childId: string): Html {
  return html`<p class="govuk-body">
    <a class="govuk-link" href="${genogramUrl(childId)}">The family drawing</a>
  </p>`
}
