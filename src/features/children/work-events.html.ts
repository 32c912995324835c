import { may } from '#domain/access/permissions.ts'
import { formatDate } from '#domain/calendar/format-date.ts'
import { html, type Html } from '#platform/views/html.ts'
import { eventName } from '../event-name.ts'
import { eventsUrl, eventUrl, newEventUrl } from '../events/urls.ts'
import type { PageContext } from '../page.ts'
import type { ChildWork } from './work-record.ts'

/** The latest of what happened and what was done, and ways to record more. */
export function eventsSection(
  { child, events, work, referrals }: ChildWork,
  { user }: PageContext,
): Html | null {
  if (!may(user.role, 'event.open')) return null
  const hasCase = work.length > 0 || referrals.some(({ kind }) => kind === 'out-of-court')
  return html`<section>
    <h2 class="govuk-heading-m">What happened and what was done</h2>
    ${
      events.length === 0
        ? html`<p class="govuk-body">Nothing is recorded yet.</p>`
        : html`<ul class="govuk-list govuk-list--spaced">
              ${events.map(event => eventItem(event))}
            </ul>
            <p class="govuk-body">
              <a class="govuk-link" href="${eventsUrl(child.id)}">Everything that is recorded</a>
            </p>`
    }
    ${may(user.role, 'event.record') && hasCase && waysToRecord(child.id)}
  </section>`
}

function eventItem({ childId, id, kind, topic, on, withdrawnOn }: ChildWork['events'][number]) {
  return html`<li>
    <a class="govuk-link" href="${eventUrl(childId, id)}">${eventName(kind, topic)}</a>,
    ${formatDate(on)}${withdrawnOn !== null && ', withdrawn'}
  </li>`
}

function waysToRecord(childId: string): Html {
  return html`<ul class="govuk-list">
    <li>
      <a class="govuk-link" href="${newEventUrl(childId)}">Record what happened or was done</a>
    </li>
    <li>
      <a class="govuk-link" href="${newEventUrl(childId, { kind: 'significant-change' })}"
        >Record a significant change</a
      >
    </li>
  </ul>`
}
