import type { FormDefinition } from '#domain/assessment/form-definition.ts'
import { wayDeeper } from '#domain/assessment/deepen-assessment.ts'
import type { ShownForm } from '#platform/http/view.ts'
import { ask, postForm, whatIsWrong } from '#platform/views/ask.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Assessment } from '#records/assessments.ts'
import { assessmentUrl } from './urls.ts'

interface Deepened {
  readonly childId: string
  readonly assessment: Assessment
  readonly deeper: readonly FormDefinition[]
  readonly whyNot: string | null
}

/** The way from a short assessment to a deeper one, or why there is none. */
export function deepenBody(shown: ShownForm, deepened: Deepened): Html {
  const { childId, assessment, deeper, whyNot } = deepened
  const back = assessmentUrl(childId, assessment.id)
  return html`${whatIsWrong(shown)}
    <h1 class="govuk-heading-l">Go deeper</h1>
    ${
      whyNot === null
        ? postForm(
            shown,
            { submit: 'Go on in this form', cancel: back },
            html`<p class="govuk-body">${whatHappens(assessment)}</p>
              ${ask(shown).one(
                'form',
                'In which form does it go on?',
                deeper.map(({ form, title, description }) => ({
                  value: form,
                  content: title,
                  hint: description,
                })),
                { size: 'm' },
              )}`,
          )
        : html`<p class="govuk-body" id="form">${whyNot}</p>
            <p class="govuk-body"><a class="govuk-link" href="${back}">Back to the assessment</a></p>`
    }`
}

function whatHappens(assessment: Assessment): string {
  return wayDeeper(assessment) === 'goes-on'
    ? 'Everything that is written stays, and the form asks for more. How it was until now can still be read.'
    : 'The completed assessment stays as it was signed. Everything that it says is carried over, so that nobody is asked again, and the form asks for more.'
}
