import { interventionKinds } from '#domain/vocabulary/work.ts'
import { ask, postForm, whatIsWrong, type Asked, type Offer } from '#platform/views/ask.ts'
import { html, type Html } from '#platform/views/html.ts'

/** Opens work: its kind, what it serves and since when. */
export function newInterventionBody(asked: Asked, outcomes: readonly Offer[]): Html {
  const question = ask(asked)
  const kinds = Object.entries(interventionKinds).map(([value, { name }]) => ({
    value,
    content: name,
  }))
  return html`${whatIsWrong(asked)}
    <h1 class="govuk-heading-l">Open work with a child</h1>
    <p class="govuk-body">
      Work is the time in which you support the child, from the first day to the close.
    </p>
    ${postForm(
      asked,
      { submit: 'Open the work' },
      html`${question.one('kind', 'What kind of work?', kinds, {
        size: 's',
        hint: 'Prevention and voluntary support need no outcome.',
      })}
      ${
        outcomes.length === 0
          ? html`<p class="govuk-body" id="serves">
              There is no outcome that this work could serve.
            </p>`
          : question.several('serves', 'Which outcomes does it serve?', outcomes, { size: 's' })
      }
      ${question.date('startedOn', 'First day', { size: 's' })}`,
    )}`
}
