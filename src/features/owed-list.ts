import type { Role } from '#domain/access/permissions.ts'
import { formatDate, describeDay } from '#domain/calendar/format-date.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Duty } from '#domain/rules/owed.ts'
import { findRule } from '#domain/rules/rule-book.ts'
import { sources } from '#domain/rules/sources.ts'
import { details } from '#platform/views/components/details.ts'
import { html, type Html } from '#platform/views/html.ts'
import { childUrl } from './children/urls.ts'
import { agreementOffer } from './guard-stop.ts'
import { wayToMeet } from './owed-links.ts'
import { ruleUrl } from './rules/urls.ts'

/** Who reads what is owed. */
interface Reader {
  readonly id: string
  readonly role: Role
}

interface OwedListOptions {
  readonly today: PlainDate
  /** Whether they are offered to agree, or to ask somebody to. */
  readonly reader: Reader
  /** Names the child of each duty: for lists over several children. */
  readonly namesChild: boolean
  readonly nothing: string
}

/** What is owed, each with when, a way to do it, and "why?" with its facts and citation. */
export function owedList(duties: readonly Duty[], options: OwedListOptions): Html {
  if (duties.length === 0) return html`<p class="govuk-body">${options.nothing}</p>`
  return html`<ul class="app-owed">
    ${duties.map(duty => owedItem(duty, options))}
  </ul>`
}

function owedItem(duty: Duty, { today, reader, namesChild }: OwedListOptions): Html {
  const way = wayToMeet(duty)
  const child = html`<a class="govuk-link" href="${childUrl(duty.childId)}">${duty.childName}</a>: `
  const modifier = duty.state === 'overdue' ? ' app-owed__item--overdue' : ''
  return html`<li class="app-owed__item${modifier}">
    <span class="app-owed__what"
      >${namesChild && child}${
        way === null ? duty.title : html`<a class="govuk-link" href="${way}">${duty.title}</a>`
      }</span
    >
    <span class="app-owed__when">${dueInWords(duty, today)}</span>
    <div class="app-owed__why">${why(duty, reader)}</div>
  </li>`
}

/** "Overdue since 3 March 2026 (4 days ago)", "By 9 March 2026 (in 2 days)", "Before the assessment is completed". */
export function dueInWords(duty: Duty, today: PlainDate): string {
  if (duty.dueOn === null) return duty.dueWords.charAt(0).toUpperCase() + duty.dueWords.slice(1)
  const day = `${formatDate(duty.dueOn)} (${describeDay(duty.dueOn, today)})`
  return duty.state === 'overdue' ? `Overdue: was due ${day}` : `By ${day}`
}

function why(duty: Duty, { id, role }: Reader): Html {
  const rule = findRule(duty.ruleId)
  const facts = duty.because.map(
    reason =>
      html`<li>${reason.text}${reason.on !== undefined && ` on ${formatDate(reason.on)}`}</li>`,
  )
  const source =
    rule === undefined ? null : `${sources[rule.citation.source]}, section ${rule.citation.section}`
  return details({
    classes: 'app-why',
    summary: html`Why?<span class="govuk-visually-hidden"> ${duty.title}, ${duty.childName}</span>`,
    content: html`${rule !== undefined && html`<p>${rule.why}</p>`}
      <ul class="govuk-list govuk-list--bullet">
        ${facts}
        <li>Due ${duty.dueWords}</li>
      </ul>
      <p>
        Rule <a class="govuk-link" href="${ruleUrl(duty.ruleId)}">${duty.ruleId}</a>. ${source}.
      </p>
      ${agreementOffer(duty, { role, isOwn: duty.workerId === id })}`,
  })
}
