import type { FieldError, FormValues } from '#platform/forms/form.ts'
import { textsOf } from '#platform/forms/typed-values.ts'
import { button } from './components/button.ts'
import { errorSummary } from './components/error-summary.ts'
import { radios } from './components/radios.ts'
import { html, type Html } from './html.ts'

/** One question with what this person wrote and what somebody else saved meanwhile. */
export interface TwoAnswers {
  readonly field: string
  readonly title: string
  readonly mine: string
  readonly theirs: string
}

interface BothVersions {
  readonly hiddenFields: Html
  /** What this person wrote, for every question; it travels along until it is saved or given up. */
  readonly typed: FormValues
  readonly answers: readonly TwoAnswers[]
  readonly errors: readonly FieldError[]
  readonly savedBy: { readonly name: string; readonly at: string } | null
}

/** The name of the choice between the two answers to a question. */
export function choiceName(field: string): string {
  return `_keep-${field}`
}

/** Two people wrote in one record: both versions side by side, to choose from question by question. */
export function bothVersions({
  hiddenFields,
  typed,
  answers,
  errors,
  savedBy,
}: BothVersions): Html {
  const theirs =
    savedBy === null
      ? 'What is there now'
      : `What is there now, saved by ${savedBy.name} at ${savedBy.at}`
  return html`${
    errors.length > 0 &&
    errorSummary({
      title: 'There is a problem',
      errorList: errors.map(({ message, href }) => ({ content: message, href })),
    })
  }
    <h1 class="govuk-heading-l">This changed while you were writing</h1>
    <p class="govuk-body">
      Nothing you wrote is lost and nothing of it is saved yet. Choose for each question what to keep. The
      other version stays in the history of the record where it was saved before.
    </p>
    <form method="post" novalidate>
      ${hiddenFields}<input type="hidden" name="_choosing" value="yes" />
      ${Object.keys(typed).map(name =>
        textsOf(typed, name).map(
          text => html`<input type="hidden" name="${name}" value="${text}" />`,
        ),
      )}
      ${answers.map(answer => choice(answer, theirs, errors))}
      ${button({ content: 'Save what I chose', preventDoubleClick: true })}
    </form>`
}

function choice(answer: TwoAnswers, theirsTitle: string, errors: readonly FieldError[]): Html {
  const name = choiceName(answer.field)
  return html`<h2 class="govuk-heading-m">${answer.title}</h2>
    <div class="govuk-grid-row">
      ${version('What you wrote', answer.mine)} ${version(theirsTitle, answer.theirs)}
    </div>
    ${radios({
      name,
      idPrefix: name,
      classes: 'govuk-radios--inline',
      fieldset: {
        legend: {
          content: html`What to keep<span class="govuk-visually-hidden"> for ${answer.title}</span>`,
        },
      },
      items: [
        { value: 'mine', content: 'Keep what you wrote' },
        { value: 'theirs', content: 'Keep what is there now' },
      ],
      errorMessage: errors.find(error => error.field === name)?.message,
    })}`
}

function version(title: string, text: string): Html {
  const lines = text.split(/\r\n?|\n/)
  return html`<div class="govuk-grid-column-one-half">
    <h3 class="govuk-heading-s">${title}</h3>
    <p class="govuk-body">
      ${
        text.trim() === ''
          ? 'Nothing'
          : lines.map((line, index) => (index === 0 ? html`${line}` : html`<br />${line}`))
      }
    </p>
  </div>`
}
