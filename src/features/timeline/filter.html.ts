import { formatShortDate } from '#domain/calendar/format-date.ts'
import { nameOf } from '#domain/vocabulary/name-of.ts'
import { interventionKinds } from '#domain/vocabulary/work.ts'
import { textOf, textsOf } from '#platform/forms/typed-values.ts'
import { ask, whatIsWrong } from '#platform/views/ask.ts'
import { button } from '#platform/views/components/button.ts'
import { checkboxes } from '#platform/views/components/checkboxes.ts'
import { details } from '#platform/views/components/details.ts'
import { select } from '#platform/views/components/select.ts'
import { html, type Html } from '#platform/views/html.ts'
import { isNarrowed } from './filter.ts'
import type { ShownTimeline } from './shown-timeline.ts'
import { timelineUrl } from './urls.ts'

/** What narrows the line down: folded away until it is used. Sends codes and dates in the address and nothing else. */
export function filterForm(shown: ShownTimeline): Html {
  const { asked, child } = shown
  const narrowed = isNarrowed(asked.filter)
  const question = { values: asked.values, errors: asked.errors, hiddenFields: html`` }
  return html`${whatIsWrong(question)}
  ${details({
    classes: 'app-no-print',
    summary: narrowed ? `Show less or more: ${inWords(shown)}` : 'Show only some of it',
    open: narrowed || asked.errors.length > 0,
    content: html`<form method="get" action="${timelineUrl(child.id)}" class="app-timeline-filter">
      ${kinds(shown)}
      <div class="app-timeline-filter__days">
        ${ask(question).date('from', 'From')} ${ask(question).date('to', 'To')} ${works(shown)}
        ${onlySignificant(shown)}
      </div>
      <div class="govuk-button-group">
        ${button({ content: 'Show' })}
        <a class="govuk-link" href="${timelineUrl(child.id)}">Show everything</a>
      </div>
    </form>`,
  })}`
}

/** "Contacts, Events; from 1 Mar 2026; significant" */
function inWords({ asked: { filter }, sources }: ShownTimeline): string {
  const names = sources.filter(({ kind }) => filter.kinds.includes(kind)).map(({ name }) => name)
  return [
    names.join(', '),
    filter.from === null ? '' : `from ${formatShortDate(filter.from)}`,
    filter.to === null ? '' : `to ${formatShortDate(filter.to)}`,
    filter.significant ? 'only what is significant' : '',
    filter.workId === null ? '' : 'one piece of work',
  ]
    .filter(part => part !== '')
    .join('; ')
}

function kinds({ sources, asked }: ShownTimeline): Html {
  return checkboxes({
    name: 'kind',
    idPrefix: 'kind',
    classes: 'govuk-checkboxes--small app-timeline-filter__kinds',
    fieldset: { legend: { content: 'What', classes: 'govuk-fieldset__legend--s' } },
    items: sources.map(({ kind, name }) => ({ value: kind, content: name })),
    values: textsOf(asked.values, 'kind'),
  })
}

function works({ works: offered, asked }: ShownTimeline): Html | null {
  if (offered.length === 0) return null
  return select({
    name: 'work',
    id: 'work',
    label: 'Work',
    items: [
      { value: '', content: 'All of it' },
      ...offered.map(({ id, kind, startedOn }) => ({
        value: id,
        content: `${nameOf(interventionKinds, kind)}, since ${formatShortDate(startedOn)}`,
      })),
    ],
    value: textOf(asked.values, 'work'),
  })
}

function onlySignificant({ asked }: ShownTimeline): Html {
  return checkboxes({
    name: 'only',
    idPrefix: 'only',
    classes: 'govuk-checkboxes--small',
    items: [{ value: 'significant', content: 'Only what is significant' }],
    values: textsOf(asked.values, 'only'),
  })
}
