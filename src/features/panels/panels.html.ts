import { formatDateWithWeekday } from '#domain/calendar/format-date.ts'
import { formatTime } from '#domain/calendar/time.ts'
import { panelAgencies } from '#domain/vocabulary/work.ts'
import { button } from '#platform/views/components/button.ts'
import { scrollingTable } from '#platform/views/components/table.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Panel } from '#records/panels.ts'
import { newPanelUrl, panelUrl } from './urls.ts'

interface PanelsView {
  readonly coming: readonly Panel[]
  readonly past: readonly Panel[]
  readonly mayArrange: boolean
}

/** Panels to come, soonest first, then those held. */
export function panelsBody({ coming, past, mayArrange }: PanelsView): Html {
  return html`<h1 class="govuk-heading-l">Youth justice panels</h1>
    ${mayArrange && button({ content: 'Set the date of a panel', href: newPanelUrl })}
    ${coming.length === 0 ? html`<p class="govuk-body">No panel is to come.</p>` : panelTable('To come', coming)}
    ${past.length > 0 && panelTable('Held', past)}`
}

function panelTable(caption: string, panels: readonly Panel[]): Html {
  return scrollingTable({
    caption,
    captionClasses: 'govuk-table__caption--m',
    head: [
      'Day',
      'Time',
      'Place',
      { content: 'Cases', format: 'numeric' },
      ...(caption === 'Held' ? ['Who came'] : []),
    ],
    rows: panels.map(panel => [
      html`<a class="govuk-link" href="${panelUrl(panel.id)}"
        >${formatDateWithWeekday(panel.heldOn)}</a
      >`,
      formatTime(panel.startsAt),
      panel.place,
      { content: panel.cases, format: 'numeric' },
      ...(caption === 'Held' ? [whoCame(panel)] : []),
    ]),
  })
}

function whoCame({ agenciesRecorded }: Panel): string {
  const all = Object.keys(panelAgencies).length
  return agenciesRecorded === all ? 'Recorded' : `${agenciesRecorded} of ${all} agencies recorded`
}
