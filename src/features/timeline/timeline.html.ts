import { formatShortDate, monthName } from '#domain/calendar/format-date.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { button } from '#platform/views/components/button.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Entry } from './entry.ts'
import { addressOf, isNarrowed } from './filter.ts'
import { filterForm } from './filter.html.ts'
import type { ShownTimeline } from './shown-timeline.ts'
import { addEntriesUrl, chronologiesUrl, timelineUrl } from './urls.ts'

/** The line, month by month, with what narrows it down above and what can be chosen from it. */
export function timelineBody(shown: ShownTimeline): Html {
  return html`<h1 class="govuk-heading-l">Timeline</h1>
    ${filterForm(shown)}
    ${shown.entries.length === 0 ? nothing(shown) : list(shown)} ${paging(shown)}`
}

function nothing({ asked }: ShownTimeline): Html {
  return html`<p class="govuk-body">
    ${isNarrowed(asked.filter) ? 'Nothing fits what was chosen.' : 'Nothing is recorded yet.'}
  </p>`
}

function list(shown: ShownTimeline): Html {
  const { child, mayChoose, entries } = shown
  const months = html`${byMonth(entries).map(month => monthOf(month, mayChoose))}`
  if (!mayChoose) return months
  return html`<form method="get" action="${addEntriesUrl(child.id)}">
    ${months}
    <div class="app-timeline-choose app-no-print">
      ${button({ content: 'Add what is ticked to a chronology', classes: 'govuk-button--secondary' })}
      <a class="govuk-link" href="${chronologiesUrl(child.id)}">Chronologies</a>
    </div>
  </form>`
}

interface Month {
  readonly name: string
  readonly entries: readonly Entry[]
}

function byMonth(entries: readonly Entry[]): Month[] {
  const months = new Map<string, Entry[]>()
  for (const entry of entries) {
    const name = `${monthName(entry.on.month)} ${entry.on.year}`
    const of = months.get(name) ?? []
    of.push(entry)
    months.set(name, of)
  }
  return [...months].map(([name, of]) => ({ name, entries: of }))
}

function monthOf({ name, entries }: Month, mayChoose: boolean): Html {
  return html`<section class="app-timeline">
    <h2 class="app-timeline__month">${name}</h2>
    <ol class="app-timeline__list">
      ${entries.map(entry => entryItem(entry, mayChoose))}
    </ol>
  </section>`
}

function entryItem({ key, on, label, what, said, who, url }: Entry, mayChoose: boolean): Html {
  const day = formatShortDate(on)
  return html`<li class="app-timeline__item${mayChoose ? '' : ' app-timeline__item--plain'}">
    ${mayChoose && tick(key, `${label}, ${what}, ${day}`)}
    <time class="app-timeline__day" datetime="${on.toString()}">${day}</time>
    <span class="app-timeline__kind">${label}</span>
    <div class="app-timeline__what">
      ${url === null ? html`<strong>${what}</strong>` : html`<a class="govuk-link" href="${url}">${what}</a>`}${
        who !== null && html`<span class="app-timeline__who">, ${who}</span>`
      }
      ${said !== null && html`<p class="app-timeline__said">${said}</p>`}
    </div>
  </li>`
}

function tick(key: string, what: string): Html {
  return html`<span class="app-timeline__tick app-no-print"
    ><input class="app-tick" type="checkbox" name="entry" value="${key}" aria-label="Choose: ${what}"
  /></span>`
}

function paging({ child, asked, earlier }: ShownTimeline): Html | null {
  if (earlier === null && asked.before === null) return null
  const address = (before: PlainDate | null) =>
    addressOf(timelineUrl(child.id), asked.values, before)
  return html`<nav class="govuk-button-group app-no-print" aria-label="Pages of the timeline">
    ${
      earlier !== null &&
      html`<a class="govuk-link" rel="next" href="${address(earlier)}"
        >Earlier than ${formatShortDate(earlier)}</a
      >`
    }
    ${asked.before !== null && html`<a class="govuk-link" href="${address(null)}">Back to the newest</a>`}
  </nav>`
}
