import { may } from '#domain/access/permissions.ts'
import { html, type Html } from '#platform/views/html.ts'
import { owedList } from '../owed-list.ts'
import type { PageContext } from '../page.ts'
import { eventsSection } from './work-events.html.ts'
import type { ChildWork } from './work-record.ts'
import { referralsSection, workSection } from './work-sections.html.ts'

/** What is owed first, beside the work and how we met. */
export function workBody(record: ChildWork, context: PageContext): Html {
  return html`<h1 class="govuk-heading-l">Work</h1>
    <div class="app-child-grid">
      <div class="app-child-grid__main">
        ${owedSection(record, context)} ${eventsSection(record, context)}
      </div>
      <div class="app-child-grid__side">
        ${workSection(record, context)} ${referralsSection(record, context)}
      </div>
    </div>`
}

function owedSection({ duties }: ChildWork, { user, today }: PageContext): Html | null {
  if (!may(user.role, 'work.own')) return null
  return html`<section>
    <h2 class="govuk-heading-m">What is owed</h2>
    ${owedList(duties, {
      today,
      reader: user,
      namesChild: false,
      nothing: 'Nothing is owed for this child today.',
    })}
  </section>`
}
