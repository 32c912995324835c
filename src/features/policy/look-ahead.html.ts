import { formatDate } from '#domain/calendar/format-date.ts'
import type { DutyChange } from '#domain/rules/what-if.ts'
import { button } from '#platform/views/components/button.ts'
import { details } from '#platform/views/components/details.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import type { Asked } from '#platform/views/ask.ts'
import { html, type Content, type Html } from '#platform/views/html.ts'
import { childUrl } from '../children/urls.ts'
import type { Ahead } from './look-ahead.ts'

/** What a change would do, before it is saved: how many duties, and whose. */
export function aheadSection(ahead: Ahead, about: Content): Html {
  const { becomeOverdue, noLongerOverdue } = ahead.effects
  return html`<section>
    <p class="govuk-body-l">${about}</p>
    ${insetText({
      content:
        'Nothing is saved yet. This counts what is recorded today, as if nothing else were done until then.',
    })}
    <h2 class="govuk-heading-m">Tasks that become overdue: ${becomeOverdue.length}</h2>
    ${becomeOverdue.length === 0 && html`<p class="govuk-body">None becomes overdue.</p>`}
    ${byWorker(becomeOverdue, ahead)}
    <h2 class="govuk-heading-m">Tasks that are no longer overdue: ${noLongerOverdue.length}</h2>
    ${noLongerOverdue.length === 0 && html`<p class="govuk-body">None ceases to be overdue.</p>`}
    ${byWorker(noLongerOverdue, ahead)}
    <h2 class="govuk-heading-m">What else changes</h2>
    ${whatElse(ahead)}
  </section>`
}

function whatElse({ effects: { moved, added, dropped } }: Ahead): Html {
  if (moved.length + added.length + dropped.length === 0) {
    return html`<p class="govuk-body">No other task changes.</p>`
  }
  return html`<ul class="govuk-list govuk-list--bullet">
    ${moved.length > 0 && html`<li>tasks that fall due on another day: ${moved.length}</li>`}
    ${added.length > 0 && html`<li>tasks that are new on a list: ${added.length}</li>`}
    ${dropped.length > 0 && html`<li>tasks that go from a list: ${dropped.length}</li>`}
  </ul>`
}

function byWorker(changes: readonly DutyChange[], ahead: Ahead): Html[] {
  const lists = Object.entries(Object.groupBy(changes, change => workerOf(change, ahead)))
  return lists
    .map(([worker, list = []]) => ({ worker, list }))
    .toSorted((a, b) => b.list.length - a.list.length)
    .map(({ worker, list }) =>
      details({ summary: `${worker} (${list.length})`, content: childrenBehind(list, ahead) }),
    )
}

function workerOf({ before, after }: DutyChange, { workers }: Ahead): string {
  const workerId = (after ?? before)?.workerId ?? null
  if (workerId === null) return 'Nobody holds the case'
  return workers.get(workerId) ?? 'A worker who has left'
}

function childrenBehind(changes: readonly DutyChange[], { visible }: Ahead): Html {
  const open = changes.filter(change => visible.has(childOf(change)?.childId ?? ''))
  const closed = changes.length - open.length
  return html`<ul class="govuk-list govuk-list--bullet">
    ${open.map(behind)}
    ${closed > 0 && html`<li>On records that are not open to you: ${closed}</li>`}
  </ul>`
}

function behind(change: DutyChange): Html | null {
  const duty = childOf(change)
  if (duty === null) return null
  return html`<li><a class="govuk-link" href="${childUrl(duty.childId)}">${duty.childName}</a>: ${duty.title}. ${dueWords(change)}</li>`
}

function childOf({ before, after }: DutyChange) {
  return after ?? before
}

function dueWords({ before, after }: DutyChange): string {
  const was = before?.dueOn ?? null
  const is = after?.dueOn ?? null
  if (is === null) return was === null ? '' : `Not owed any more; was due ${formatDate(was)}`
  return was === null
    ? `Due ${formatDate(is)}`
    : `Due ${formatDate(is)} instead of ${formatDate(was)}`
}

/** A form of the policy pack: the first button looks, and saving is offered only for what was looked at. */
export function lookFirstForm(asked: Asked, ahead: Ahead | null, questions: Html): Html {
  const look = button({
    content: ahead === null ? 'See what would change' : 'See what would change again',
    name: 'step',
    value: 'look',
    classes: ahead === null ? undefined : 'govuk-button--secondary',
  })
  const save =
    ahead !== null &&
    html`<input type="hidden" name="seen" value="${ahead.name}" />${button({
      content: 'Save this change',
      name: 'step',
      value: 'save',
      preventDoubleClick: true,
    })}`
  return html`<form method="post" novalidate>
    ${asked.hiddenFields} ${questions}
    <div class="govuk-button-group">${save}${look}</div>
  </form>`
}
