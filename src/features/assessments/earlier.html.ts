import { html, type Html } from '#platform/views/html.ts'
import type { EarlierForm } from './earlier-form.ts'
import { readSections } from './read-answers.html.ts'

/** Said of an assessment that is on the form on which it began. */
export const neverDeeper = html`<h1 class="govuk-heading-l">Assessment as it was</h1>
  <p class="govuk-body">This assessment is on the form on which it began.</p>`

/** An assessment as it was before it went deeper, to read and to print. */
export function earlierBody({ form, content }: EarlierForm, until: string): Html {
  return html`<h1 class="govuk-heading-l">Assessment as it was</h1>
    <p class="govuk-body">
      ${form.title}, version ${form.version}. It went deeper at ${until}; this is what it said then.
    </p>
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">${readSections(form, content, false)}</div>
    </div>`
}
