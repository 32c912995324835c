import { ownQuestionTypes, type OwnQuestion } from '#domain/assessment/own-questions.ts'
import { formatDate } from '#domain/calendar/format-date.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { isBefore } from '#domain/calendar/plain-date.ts'
import { button } from '#platform/views/components/button.ts'
import { summaryList } from '#platform/views/components/summary-list.ts'
import { html, type Html } from '#platform/views/html.ts'
import { sections } from './sections.ts'
import { endQuestionUrl, newQuestionUrl } from './urls.ts'

/** The service's own questions: those that are asked now or soon, then those that have ended. */
export function questionsBody(questions: readonly OwnQuestion[], today: PlainDate): Html {
  const ended = questions.filter(({ endsOn }) => endsOn !== null && isBefore(endsOn, today))
  const current = questions.filter(question => !ended.includes(question))
  return html`<h1 class="govuk-heading-l">Our own questions in assessments</h1>
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <p class="govuk-body">
          They stand at the end of a section, beside the national questions, which nobody here can change.
          They never keep an assessment from being completed. Ask only what you will use.
        </p>
        ${button({ href: newQuestionUrl, content: 'Add a question' })}
        <h2 class="govuk-heading-m">Asked now or soon</h2>
        ${current.length === 0 && html`<p class="govuk-body">There are none.</p>`}
        ${current.map(questionCard)}
        ${ended.length > 0 && html`<h2 class="govuk-heading-m">Not asked any more</h2>`}
        ${ended.map(questionCard)}
      </div>
    </div>`
}

function questionCard(question: OwnQuestion): Html {
  const { id, title, help, section, type, choices, startsOn, endsOn } = question
  const place = sections.get(section)
  const until = endsOn === null ? '' : ` until ${formatDate(endsOn)}`
  const rows = [
    { key: 'Section', value: place?.title ?? section },
    { key: 'In', value: place?.forms.join(', ') ?? 'No form of today' },
    { key: 'Answered with', value: ownQuestionTypes[type] },
    choices.length > 0 && { key: 'Choices', value: choices.join(', ') },
    help !== null && { key: 'Help', value: help },
    { key: 'Asked', value: `from ${formatDate(startsOn)}${until}` },
  ]
  return html`<div class="app-card">
    <h3 class="govuk-heading-s">${title}</h3>
    ${summaryList({ rows, classes: 'govuk-summary-list--no-border' })}
    ${
      endsOn === null &&
      html`<p class="govuk-body">
        <a class="govuk-link" href="${endQuestionUrl(id)}"
          >Stop asking<span class="govuk-visually-hidden">: ${title}</span></a
        >
      </p>`
    }
  </div>`
}
