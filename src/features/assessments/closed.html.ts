import type { ShownForm } from '#platform/http/view.ts'
import { whatIsWrong } from '#platform/views/ask.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Assessment } from '#records/assessments.ts'
import { ownWords } from '../own-words.ts'
import { assessmentReviewUrl, assessmentUrl } from './urls.ts'

interface Closed {
  readonly childId: string
  readonly assessment: Assessment
  readonly why: string
}

/** In the place of a form once the assessment is complete; what was typed into an old page stays to be read. */
export function closedBody(shown: ShownForm, { childId, assessment, why }: Closed): Html {
  const texts = Object.values(shown.values).filter(value => typeof value === 'string')
  const typed = texts.filter(text => text.trim() !== '')
  return html`${whatIsWrong(shown)}
    <h1 class="govuk-heading-l" id="closed">This assessment is complete</h1>
    <p class="govuk-body">${why}</p>
    <p class="govuk-body">
      <a class="govuk-link" href="${assessmentUrl(childId, assessment.id)}">Read the assessment</a>
      or <a class="govuk-link" href="${assessmentReviewUrl(childId, assessment.id)}">review it</a>.
    </p>
    ${
      shown.errors.length > 0 &&
      typed.length > 0 &&
      html`<h2 class="govuk-heading-m">What you typed, not saved</h2>
        ${typed.map(text => ownWords(text))}`
    }`
}
