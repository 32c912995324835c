import { may } from '#domain/access/permissions.ts'
import { describeDay, formatDate } from '#domain/calendar/format-date.ts'
import { isBefore } from '#domain/calendar/plain-date.ts'
import { formatTime } from '#domain/calendar/time.ts'
import { eventKinds } from '#domain/vocabulary/events.ts'
import { nameOf } from '#domain/vocabulary/name-of.ts'
import { contactKinds } from '#domain/vocabulary/work.ts'
import { html, type Html } from '#platform/views/html.ts'
import { contactUrl, newContactUrl, recordContactUrl } from '../contacts/urls.ts'
import { eventUrl } from '../events/urls.ts'
import type { PageContext } from '../page.ts'
import { panelUrl } from '../panels/urls.ts'
import { selectNext, selectOpenCase, type NextDate } from './child-next-queries.ts'
import { card, childSection } from './child-section.ts'

/** What is next: the contacts and the days that are set, and those that passed and are not written down. */
export const nextSection = childSection({
  permission: 'contact.open',
  load: async ({ scope, user, today }, { id }) => ({
    dates: await selectNext(scope, id, { today, sees: permission => may(user.role, permission) }),
    about: may(user.role, 'contact.plan') ? await selectOpenCase(scope, id) : null,
  }),
  card: ({ dates, about }, child, context) =>
    card({
      title: 'What is next',
      content:
        dates.length === 0
          ? html`<p>Nothing is planned.</p>`
          : html`<ul class="app-child-list">
              ${dates.map(date => nextItem(child.id, date, context))}
            </ul>`,
      more:
        about === null
          ? null
          : { url: newContactUrl(child.id, about), words: 'Plan or record a contact' },
    }),
})

function nextItem(childId: string, date: NextDate, context: PageContext): Html {
  const { on, time, place } = date
  const isPast = isBefore(on, context.today)
  const when = `${formatDate(on)}${time === null ? '' : ` at ${formatTime(time)}`}`
  return html`<li>
    <a class="govuk-link" href="${linkOf(childId, date, context)}"
      >${isPast && 'Write down: '}${nameOfNext(date)}</a
    >${place !== null && `, ${place}`}
    <span class="app-child-list__when">${when} (${describeDay(on, context.today)})</span>
  </li>`
}

function nameOfNext({ table, kind }: NextDate): string {
  switch (table) {
    case 'contact':
      return nameOf(contactKinds, kind)
    case 'panel':
      return 'Youth justice panel'
    case 'event':
      return `Look again: ${nameOf(eventKinds, kind)}`
  }
}

function linkOf(childId: string, { table, id }: NextDate, { user }: PageContext): string {
  switch (table) {
    case 'contact':
      return may(user.role, 'contact.record')
        ? recordContactUrl(childId, id)
        : contactUrl(childId, id)
    case 'panel':
      return panelUrl(id)
    case 'event':
      return eventUrl(childId, id)
  }
}
