import type { FoundFact } from '#domain/assessment/facts-to-weigh.ts'
import { formatDate } from '#domain/calendar/format-date.ts'
import { html, type Html } from '#platform/views/html.ts'

/** What the record shows that a judgement has to answer, beside the judgement. */
export function factsBeside(title: string, facts: readonly FoundFact[]): Html {
  return html`<div class="app-card app-card--quiet">
    <h2 class="govuk-heading-s">
      What the record shows<span class="govuk-visually-hidden">: ${title}</span>
    </h2>
    <ul class="govuk-list govuk-list--bullet">
      ${facts.map(({ words, on }) => html`<li>${words}, ${formatDate(on)}</li>`)}
    </ul>
    <p class="govuk-hint govuk-!-margin-bottom-0">
      Things like these are often judged too low. They decide nothing: you do.
    </p>
  </div>`
}

/** What was shown when it was weighed, to read beside the answer. */
export function factsWeighed(shown: readonly string[]): Html | null {
  if (shown.length === 0) return null
  return html`<p class="govuk-body govuk-!-margin-bottom-1">The record showed then:</p>
    <ul class="govuk-list govuk-list--bullet">
      ${shown.map(one => html`<li>${one}</li>`)}
    </ul>`
}
