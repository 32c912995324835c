import { formatDate } from '#domain/calendar/format-date.ts'
import type { ShownForm } from '#platform/http/view.ts'
import { postForm, whatIsWrong } from '#platform/views/ask.ts'
import { button } from '#platform/views/components/button.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Assessment, AssessmentLine } from '#records/assessments.ts'
import { assessmentEditUrl, assessmentUrl } from './urls.ts'

interface Reviewed {
  readonly childId: string
  readonly assessment: Assessment
  readonly draft: AssessmentLine | null
  readonly whyNot: string | null
}

/** The way into a review, or why there is none. */
export function reviewBody(shown: ShownForm, reviewed: Reviewed): Html {
  return html`${whatIsWrong(shown)}
    <h1 class="govuk-heading-l" id="review">Review the assessment</h1>
    ${way(shown, reviewed)}`
}

function way(shown: ShownForm, { childId, assessment, draft, whyNot }: Reviewed): Html {
  const back = assessmentUrl(childId, assessment.id)
  if (whyNot !== null) {
    return html`<p class="govuk-body">${whyNot}</p>
      <p class="govuk-body"><a class="govuk-link" href="${back}">Back to the assessment</a></p>`
  }
  if (draft !== null) {
    return html`<p class="govuk-body">
        ${draft.author} started a review on ${formatDate(draft.startedOn)}.
      </p>
      ${button({ href: assessmentEditUrl(childId, draft.id), content: 'Go on writing' })}`
  }
  return postForm(
    shown,
    { submit: 'Start the review', cancel: back },
    html`<p class="govuk-body">
        A review is written afresh with the child and the family. It opens as
        last time’s answers; what you make of them you write afresh.
      </p>
      ${
        assessment.completedOn !== null &&
        html`<p class="govuk-body">
          The last assessment was completed on ${formatDate(assessment.completedOn)}.
        </p>`
      }`,
  )
}
