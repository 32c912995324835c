import { formatDate } from '#domain/calendar/format-date.ts'
import { button } from '#platform/views/components/button.ts'
import { tag } from '#platform/views/components/tag.ts'
import { timeline } from '#platform/views/components/timeline.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { CaseEvent } from '#records/events.ts'
import { ownWords } from '../own-words.ts'
import { eventName } from '../event-name.ts'
import { eventUrl, newEventUrl } from './urls.ts'

/** All events of a child; what was withdrawn stays in sight. */
export function eventsBody(
  childId: string,
  events: readonly CaseEvent[],
  mayRecord: boolean,
): Html {
  return html`<h1 class="govuk-heading-l">What happened and what was done</h1>
    ${
      mayRecord &&
      html`<div class="govuk-button-group app-no-print">
        ${button({ href: newEventUrl(childId), content: 'Record what happened or was done' })}
        <a class="govuk-link" href="${newEventUrl(childId, { kind: 'significant-change' })}"
          >Record a significant change</a
        >
      </div>`
    }
    ${events.length === 0 ? html`<p class="govuk-body">Nothing is recorded yet.</p>` : eventTimeline(events)}`
}

function eventTimeline(events: readonly CaseEvent[]): Html {
  return timeline({
    headingLevel: 2,
    items: events.map(event => ({
      label: html`<a class="govuk-link" href="${eventUrl(event.childId, event.id)}"
        >${eventName(event.kind, event.topic)}</a
      >`,
      datetime: event.on.toString(),
      date: formatDate(event.on),
      byline: event.recordedByName ?? 'An earlier system',
      content: html`${event.withdrawnOn !== null && withdrawnTag} ${ownWords(event.note)}`,
    })),
  })
}

/** Says of an event that it counts no more. */
export const withdrawnTag = tag({ content: 'Withdrawn', classes: 'govuk-tag--grey' })
