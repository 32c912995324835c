import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { outstanding, type Duty } from '#domain/rules/owed.ts'
import { html, type Html } from '#platform/views/html.ts'
import { readDuties } from '#records/duties.ts'
import { dueInWords } from '../owed-list.ts'
import { wayToMeet } from '../owed-links.ts'
import { card, childSection } from './child-section.ts'
import { childWorkUrl } from './urls.ts'

/** So many stand on the card; the page behind the link has all of them, each with why. */
const mostUrgent = 4

/** What I am asked to do, the most urgent first. */
export const dutiesSection = childSection({
  permission: 'work.own',
  load: async ({ scope, today }, { id }) =>
    outstanding(await readDuties(scope, { of: 'child', childId: id }, today)),
  card: (duties, child, { today }) =>
    card({
      title: duties.length > mostUrgent ? `What is owed (${duties.length})` : 'What is owed',
      content:
        duties.length === 0
          ? html`<p>Nothing is owed for this child today.</p>`
          : html`<ul class="app-child-list">
              ${duties.slice(0, mostUrgent).map(duty => dutyItem(duty, today))}
            </ul>`,
      more:
        duties.length === 0
          ? null
          : { url: childWorkUrl(child.id), words: 'All that is owed, and why' },
    }),
})

function dutyItem(duty: Duty, today: PlainDate): Html {
  const way = wayToMeet(duty)
  const when = duty.state === 'overdue' ? 'app-child-list__overdue' : 'app-child-list__when'
  return html`<li>
    ${way === null ? duty.title : html`<a class="govuk-link" href="${way}">${duty.title}</a>`}
    <span class="${when}">${dueInWords(duty, today)}</span>
  </li>`
}
