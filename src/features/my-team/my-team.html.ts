import { describeDay, formatDate } from '#domain/calendar/format-date.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Duty } from '#domain/rules/owed.ts'
import { grades } from '#domain/vocabulary/staff.ts'
import type { Share } from '#domain/workload/fair-share.ts'
import { details } from '#platform/views/components/details.ts'
import { scrollingTable } from '#platform/views/components/table.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { OpenRequest } from '#records/agreement-requests.ts'
import type { WaitingItem } from '#records/waiting-for-managers.ts'
import type { Worker } from '#records/workers.ts'
import { assessmentQualityUrl } from '../assessments/urls.ts'
import { childUrl } from '../children/urls.ts'
import { allocationUrl } from '../interventions/urls.ts'
import { owedList } from '../owed-list.ts'
import type { PageContext } from '../page.ts'
import { signPlanUrl } from '../plans/urls.ts'
import { workloadSettings } from '#domain/workload/workload-settings.ts'
import { ruleUrl } from '../rules/urls.ts'
import { referralAssessorUrl } from '../referrals/urls.ts'
import { requestList } from '../request-list.ts'
import { leavingUrl, myTeamUrl } from './urls.ts'

export interface OverdueOfWorker {
  readonly worker: string
  readonly duties: readonly Duty[]
}

interface MyTeam {
  /** False where the whole service is shown. */
  readonly isOwnTeam: boolean
  readonly hasTeam: boolean
  readonly waiting: readonly WaitingItem[]
  /** Requests for agreement that this manager may answer. */
  readonly requests: readonly OpenRequest[]
  readonly managersDuties: readonly Duty[]
  readonly overdue: readonly OverdueOfWorker[]
  readonly shares: readonly (Share & { readonly worker: Worker })[]
}

/** What only a manager can do first, then what is late and whose, then how work is shared. */
export function myTeamBody(team: MyTeam, context: PageContext): Html {
  const { today, user } = context
  return html`<h1 class="govuk-heading-l">${team.isOwnTeam ? 'My team' : 'The whole service'}</h1>
    ${team.hasTeam && otherView(team.isOwnTeam)} ${waitingSection(team.waiting, today)}
    <section>
      <h2 class="govuk-heading-m">Asks you to agree (${team.requests.length})</h2>
      ${requestList(team.requests, context)}
    </section>
    <section>
      <h2 class="govuk-heading-m">Owed by a manager (${team.managersDuties.length})</h2>
      ${owedList(team.managersDuties, { today, reader: user, namesChild: true, nothing: 'Nothing is owed by a manager.' })}
    </section>
    ${overdueSection(team.overdue, context)} ${shareSection(team.shares)}`
}

function otherView(isOwnTeam: boolean): Html {
  return html`<p class="govuk-body">
    ${
      isOwnTeam
        ? html`<a class="govuk-link" href="${myTeamUrl}?of=service">See the whole service</a>`
        : html`<a class="govuk-link" href="${myTeamUrl}">See my own team</a>`
    }
  </p>`
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

function waitingSection(waiting: readonly WaitingItem[], today: PlainDate): Html {
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

/** A worker at a time, the most first. */
function overdueSection(overdue: readonly OverdueOfWorker[], { today, user }: PageContext): Html {
  const count = overdue.reduce((sum, { duties }) => sum + duties.length, 0)
  return html`<section>
    <h2 class="govuk-heading-m">Overdue (${count})</h2>
    ${count === 0 && html`<p class="govuk-body">Nothing is overdue.</p>`}
    ${overdue.map(({ worker, duties }) =>
      details({
        summary: `${worker} (${duties.length})`,
        content: owedList(duties, { today, reader: user, namesChild: true, nothing: '' }),
      }),
    )}
  </section>`
}

function shareSection(shares: MyTeam['shares']): Html {
  return html`<section>
    <h2 class="govuk-heading-m">How work is shared</h2>
    <p class="govuk-body">
      A case counts one point, and more when risk is high, the child is looked after, it comes from court or it is still being assessed. The
      load is the points for a full caseload of this person’s hours and grade. Who has most room comes first.
      <a class="govuk-link" href="${ruleUrl(workloadSettings.id)}">What counts how much</a>
    </p>
    ${scrollingTable({
      caption: 'Workers and what they hold',
      captionClasses: 'govuk-visually-hidden',
      firstCellIsHeader: true,
      head: [
        { content: 'Worker' },
        { content: 'Grade and hours' },
        { content: 'Cases', format: 'numeric' },
        { content: 'Points', format: 'numeric' },
        { content: 'Load', format: 'numeric' },
        { content: html`<span class="govuk-visually-hidden">Give the work to others</span>` },
      ],
      rows: shares.map(shareRow),
    })}
  </section>`
}

function shareRow({ worker, cases, points, load }: MyTeam['shares'][number]) {
  return [
    { content: worker.name },
    { content: `${grades[worker.grade]}, ${worker.hoursPerWeek} hours` },
    { content: cases, format: 'numeric' as const },
    { content: points, format: 'numeric' as const },
    { content: load === null ? 'holds none' : load.toFixed(1), format: 'numeric' as const },
    {
      content: html`${
        cases > 0 &&
        html`<a class="govuk-link" href="${leavingUrl(worker.id)}"
          >Leaving<span class="govuk-visually-hidden">: give the work of ${worker.name} to others</span></a
        >`
      }`,
    },
  ]
}
