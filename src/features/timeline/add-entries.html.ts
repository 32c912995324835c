import { formatDate } from '#domain/calendar/format-date.ts'
import { ask, postForm, whatIsWrong, type Asked } from '#platform/views/ask.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Ticked } from './chosen-entries.ts'
import type { Chronology } from './chronology-queries.ts'
import { timelineUrl } from './urls.ts'

/** The field of the entry with this number. */
export function whyNumber(index: number): string {
  return `why${index}`
}

interface Adding {
  readonly childId: string
  readonly drafts: readonly Chronology[]
  readonly ticked: readonly Ticked[]
}

/** What was ticked, each with room for why it matters. */
export function addEntriesBody(asked: Asked, { childId, drafts, ticked }: Adding): Html {
  const heading = html`${whatIsWrong(asked)}
    <h1 class="govuk-heading-l">Add to a chronology</h1>`
  if (ticked.length === 0) {
    return html`${heading}
      <p class="govuk-body">
        Nothing is ticked. Tick what matters on the
        <a class="govuk-link" href="${timelineUrl(childId)}">timeline</a> first.
      </p>`
  }
  const question = ask(asked)
  const choices = [
    ...drafts.map(({ id, title }) => ({ value: id, content: title })),
    { value: 'new', content: 'A new chronology' },
  ]
  return html`${heading}
  ${postForm(
    asked,
    { submit: 'Add', cancel: timelineUrl(childId) },
    html`${question.one('chronology', 'To which?', choices, { size: 's' })}
    ${ticked.map(
      ({ on, what }, index) =>
        html`<div class="app-chronology-entry">
          <h2 class="govuk-heading-s">${formatDate(on)}</h2>
          <p class="govuk-body">${what}</p>
          ${question.longText(whyNumber(index), html`Why it matters<span class="govuk-visually-hidden">, ${what}</span>`, { rows: 2 })}
        </div>`,
    )}`,
  )}`
}
