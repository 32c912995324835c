import { formatDate } from '#domain/calendar/format-date.ts'
import { textsOf } from '#platform/forms/typed-values.ts'
import { ask, postForm, whatIsWrong, type Asked } from '#platform/views/ask.ts'
import { checkboxes } from '#platform/views/components/checkboxes.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { html, type Html } from '#platform/views/html.ts'
import { aboutQuestions } from './about-questions.html.ts'
import { whyField } from './chronology-form.ts'
import type { LoadedChronology } from './chronology-in-url.ts'
import type { ShownEntry } from './chosen-entries.ts'
import { chronologyUrl, newChronologyUrl, newEntryUrl, timelineUrl } from './urls.ts'

/** The form of the whole chronology. */
export function editChronologyBody(
  asked: Asked,
  { child, chronology, entries }: LoadedChronology,
): Html {
  const heading = html`${whatIsWrong(asked)}
    <h1 class="govuk-heading-l">Write the chronology</h1>`
  if (chronology.finishedOn !== null) {
    return html`${heading}
    ${insetText({
      content: html`It was finished on ${formatDate(chronology.finishedOn)} and stays as it is.
        <a class="govuk-link" href="${newChronologyUrl(child.id, chronology.id)}">Start the next one as a copy</a>`,
    })}`
  }
  const question = ask(asked)
  const called = child.knownAs ?? child.givenName
  return html`${heading}
  ${postForm(
    asked,
    { submit: 'Save', cancel: chronologyUrl(child.id, chronology.id) },
    html`${aboutQuestions(asked)}
      <h2 class="govuk-heading-m">What happened</h2>
      <p class="govuk-body">
        Add from the <a class="govuk-link" href="${timelineUrl(child.id)}">timeline</a>, or
        <a class="govuk-link" href="${newEntryUrl(child.id, chronology.id)}"
          >something from elsewhere</a
        >. Save first what you have written here.
      </p>
      ${entries.map(entry => entryQuestion(asked, entry))}
      <h2 class="govuk-heading-m">What it tells</h2>
      ${question.longText('pattern', 'What does the pattern tell us?', {
        size: 's',
        rows: 6,
        hint: 'What repeats, what came before what, what helped, what we do not know',
      })}
      ${question.longText('childView', `What does ${called} say about it?`, {
        size: 's',
        rows: 4,
        hint: 'In their own words where you can',
      })}`,
  )}`
}

function entryQuestion(asked: Asked, { id, on, what, toldBy }: ShownEntry): Html {
  const name = what ?? 'No longer in the record, or not for you to read'
  return html`<div class="app-chronology-entry">
    <h3 class="govuk-heading-s">${formatDate(on)}</h3>
    <p class="govuk-body">${name}${toldBy !== null && html` <span class="app-chronology__source">${toldBy}</span>`}</p>
    ${ask(asked).longText(whyField(id), html`Why it matters<span class="govuk-visually-hidden">, ${formatDate(on)}, ${name}</span>`, { rows: 2 })}
    ${checkboxes({
      name: 'out',
      idPrefix: `out-${id}`,
      classes: 'govuk-checkboxes--small',
      items: [
        {
          value: id,
          content: html`Take it out<span class="govuk-visually-hidden">, ${formatDate(on)}, ${name}</span>`,
        },
      ],
      values: textsOf(asked.values, 'out'),
    })}
  </div>`
}
