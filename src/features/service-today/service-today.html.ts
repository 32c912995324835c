import { formatDateWithWeekday } from '#domain/calendar/format-date.ts'
import type { Duty } from '#domain/rules/owed.ts'
import { details } from '#platform/views/components/details.ts'
import { summaryList } from '#platform/views/components/summary-list.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { OpenRequest } from '#records/agreement-requests.ts'
import type { WaitingItem } from '#records/waiting-for-managers.ts'
import { myTeamUrl } from '../my-team/urls.ts'
import { owedList } from '../owed-list.ts'
import type { PageContext } from '../page.ts'
import { requestList } from '../request-list.ts'

interface ServiceToday {
  /** Children with open work. */
  readonly children: number
  readonly overdue: number
  readonly withoutWorker: readonly WaitingItem[]
  /** "10 working days" */
  readonly longerThan: string
  readonly tooLong: readonly { readonly duty: Duty; readonly worker: string | null }[]
  /** Requests that nobody but the head of service may answer. */
  readonly requests: readonly OpenRequest[]
  readonly ofHead: readonly Duty[]
}

export function serviceTodayBody(service: ServiceToday, context: PageContext): Html {
  const { today, user } = context
  return html`<h1 class="govuk-heading-l">The service today, ${formatDateWithWeekday(today)}</h1>
    ${numbers(service)}
    <section>
      <h2 class="govuk-heading-m">Only you can agree (${service.requests.length})</h2>
      ${requestList(service.requests, context)}
    </section>
    <section>
      <h2 class="govuk-heading-m">Owed by the head of service (${service.ofHead.length})</h2>
      ${owedList(service.ofHead, { today, reader: user, namesChild: true, nothing: 'Nothing is owed by you.' })}
    </section>
    ${tooLongSection(service, context)}`
}

function numbers({ children, overdue, withoutWorker }: ServiceToday): Html {
  const team = html`<a class="govuk-link" href="${myTeamUrl}?of=service">See whose</a>`
  return summaryList({
    rows: [
      { key: { content: 'Children with open work' }, value: { content: String(children) } },
      {
        key: { content: 'Overdue' },
        value: { content: overdue === 0 ? '0' : html`${overdue}. ${team}` },
      },
      {
        key: { content: 'Without a worker' },
        value: { content: String(withoutWorker.length) },
      },
    ],
  })
}

/** A worker at a time, the most first. */
function tooLongSection({ tooLong, longerThan }: ServiceToday, { today, user }: PageContext): Html {
  const byWorker = Object.entries(
    Object.groupBy(tooLong, ({ worker }) => worker ?? 'Nobody holds the case'),
  ).toSorted(([, a = []], [, b = []]) => b.length - a.length)
  return html`<section>
    <h2 class="govuk-heading-m">Overdue for more than ${longerThan} (${tooLong.length})</h2>
    ${tooLong.length === 0 && html`<p class="govuk-body">Nothing has waited that long.</p>`}
    ${byWorker.map(([worker, late = []]) =>
      details({
        summary: `${worker} (${late.length})`,
        content: owedList(
          late.map(({ duty }) => duty),
          { today, reader: user, namesChild: true, nothing: '' },
        ),
      }),
    )}
  </section>`
}
