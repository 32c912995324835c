import { formatDate } from '#domain/calendar/format-date.ts'
import { chronologyPurposes } from '#domain/vocabulary/chronologies.ts'
import { nameOf } from '#domain/vocabulary/name-of.ts'
import { button } from '#platform/views/components/button.ts'
import { scrollingTable } from '#platform/views/components/table.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { listChronologies } from './chronology-queries.ts'
import { chronologyUrl, newChronologyUrl, timelineUrl } from './urls.ts'

type Listed = Awaited<ReturnType<typeof listChronologies>>[number]

/** What there is, and how to start another. */
export function chronologiesBody(
  childId: string,
  chronologies: readonly Listed[],
  mayWrite: boolean,
): Html {
  return html`<h1 class="govuk-heading-l">Chronologies</h1>
    <p class="govuk-body">
      A chronology is chosen from the <a class="govuk-link" href="${timelineUrl(childId)}">timeline</a>:
      what mattered, why, and what the pattern tells us.
    </p>
    ${
      mayWrite &&
      button({
        href: newChronologyUrl(childId),
        content: 'Start a chronology',
        classes: 'govuk-button--secondary',
      })
    }
    ${chronologies.length === 0 ? html`<p class="govuk-body">There is none yet.</p>` : list(childId, chronologies)}`
}

function list(childId: string, chronologies: readonly Listed[]): Html {
  return scrollingTable({
    caption: 'Chronologies',
    captionClasses: 'govuk-visually-hidden',
    head: ['Title', 'For', 'Written by', 'Entries', 'State'],
    rows: chronologies.map(one => [
      html`<a class="govuk-link" href="${chronologyUrl(childId, one.id)}">${one.title}</a>`,
      one.purpose === null ? 'Not chosen yet' : nameOf(chronologyPurposes, one.purpose),
      one.authorName,
      one.entryCount,
      one.finishedOn === null
        ? `Draft since ${formatDate(one.startedOn)}`
        : `Finished ${formatDate(one.finishedOn)}`,
    ]),
  })
}
