import { describeDay, formatDate } from '#domain/calendar/format-date.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Duty } from '#domain/rules/owed.ts'
import { details } from '#platform/views/components/details.ts'
import { html, type Html } from '#platform/views/html.ts'
import { assessmentQualityUrl } from '../assessments/urls.ts'
import { childUrl } from '../children/urls.ts'
import { allocationUrl } from '../interventions/urls.ts'
import { owedList } from '../owed-list.ts'
import type { PageContext } from '../page.ts'
import { signPlanUrl } from '../plans/urls.ts'
import { referralAssessorUrl } from '../referrals/urls.ts'
import type { WaitingItem } from './manager-queries.ts'

/** What a manager sees beside their own work. */
export interface ManagersView {
  readonly waiting: readonly WaitingItem[]
  /** Overdue in the whole service, with the worker's name where somebody holds the case. */
  readonly overdue: readonly { readonly worker: string; readonly duties: readonly Duty[] }[]
}

const tasks: Readonly<
  Record<WaitingItem['kind'], { words: string; url: (item: WaitingItem) => string }>
> = {
  countersign: {
    words: 'Quality-assure and countersign the assessment',
    url: ({ childId, subjectId }) => assessmentQualityUrl(childId, subjectId),
  },
  'sign-plan': {
    words: 'Sign the plan',
    url: ({ childId, subjectId }) => signPlanUrl(childId, subjectId),
  },
  'choose-assessor': {
    words: 'Choose who writes the assessment',
    url: ({ childId, subjectId }) => referralAssessorUrl(childId, subjectId),
  },
  'choose-worker': {
    words: 'Choose the worker',
    url: ({ childId, subjectId }) => allocationUrl(childId, subjectId),
  },
}

/** What waits for a manager, longest first. */
export function waitingSection({ waiting }: ManagersView, today: PlainDate): Html {
  return html`<section>
    <h2 class="govuk-heading-m">Waiting for a manager (${waiting.length})</h2>
    ${
      waiting.length === 0
        ? html`<p class="govuk-body">Nothing waits for a manager.</p>`
        : html`<ul class="app-owed">${waiting.map(item => waitingItem(item, today))}</ul>`
    }
  </section>`
}

function waitingItem(item: WaitingItem, today: PlainDate): Html {
  const { words, url } = tasks[item.kind]
  return html`<li class="app-owed__item">
    <span class="app-owed__what"><a class="govuk-link" href="${childUrl(item.childId)}">${item.childName}</a>: <a class="govuk-link" href="${url(item)}">${words}</a></span>
    <span class="app-owed__when">Since ${formatDate(item.since)} (${describeDay(item.since, today)})</span>
  </li>`
}

/** What is overdue in the service, a worker at a time, the most first. */
export function overdueSection({ overdue }: ManagersView, { today, user }: PageContext): Html {
  const count = overdue.reduce((sum, { duties }) => sum + duties.length, 0)
  return html`<section>
    <h2 class="govuk-heading-m">Overdue in the service (${count})</h2>
    ${count === 0 && html`<p class="govuk-body">Nothing is overdue.</p>`}
    ${overdue.map(({ worker, duties }) =>
      details({
        summary: `${worker} (${duties.length})`,
        content: owedList(duties, { today, reader: user, namesChild: true, nothing: '' }),
      }),
    )}
  </section>`
}
