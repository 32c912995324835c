import type { Answerer } from '#domain/agreements/who-may-agree.ts'
import { formatDate, formatDateWithWeekday } from '#domain/calendar/format-date.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { GrantedAgreement } from '#domain/out-of-court/decision-facts.ts'
import type { Duty } from '#domain/rules/owed.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { summaryList } from '#platform/views/components/summary-list.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { CaseEvent } from '#records/events.ts'
import type { EventCase } from '#records/event-cases.ts'
import { momentInWords } from '../moment-in-words.ts'
import { owedList } from '../owed-list.ts'
import { ownWords } from '../own-words.ts'
import { ruleUrl } from '../rules/urls.ts'
import { eventName } from '../event-name.ts'
import { aboutLink, caseName } from './event-words.html.ts'
import { withdrawnTag } from './events.html.ts'
import { nextSteps, type Reviewed } from './next-steps.html.ts'
import type { AboutRecord } from './queries.ts'
import { eventUrl, withdrawEventUrl } from './urls.ts'

interface AroundEvent {
  readonly work: EventCase | null
  readonly about: AboutRecord | null | undefined
  /** What was recorded about it. */
  readonly answers: readonly CaseEvent[]
  readonly duties: readonly Duty[]
  readonly agreements: readonly GrantedAgreement[]
  readonly reviewed: Reviewed
}

interface Reader extends Answerer {
  readonly today: PlainDate
  readonly mayRecord: boolean
  readonly mayAgree: boolean
  readonly mayWithdraw: boolean
}

/** An event as it was recorded, and what became of it. */
export function eventBody(event: CaseEvent, around: AroundEvent, reader: Reader): Html {
  const stands = event.withdrawnOn === null
  return html`<h1 class="govuk-heading-l">${eventName(event.kind, event.topic)}</h1>
    ${withdrawn(event)} ${facts(event, around)}
    <h2 class="govuk-heading-m">Note</h2>
    <div class="app-card app-card--quiet">
      ${ownWords(event.note)}
      <p class="govuk-body-s">
        ${event.recordedByName ?? 'An earlier system'}, ${momentInWords(event.recordedAt)}
      </p>
    </div>
    ${owedSection(around.duties, reader)} ${agreed(around.agreements)} ${answersSection(around.answers)}
    ${stands && reader.mayRecord && nextSteps(event, around.reviewed, reader.mayAgree)}
    ${
      reader.mayWithdraw &&
      html`<p class="govuk-body app-no-print">
        <a class="govuk-link" href="${withdrawEventUrl(event.childId, event.id)}"
          >Withdraw this, as it was recorded by mistake</a
        >
      </p>`
    }`
}

function withdrawn({ withdrawnOn, withdrawnBecause }: CaseEvent): Html | null {
  if (withdrawnOn === null) return null
  return insetText({
    content: html`${withdrawnTag}
      <p class="govuk-body">On ${formatDate(withdrawnOn)}. It counts no more.</p>
      ${ownWords(withdrawnBecause ?? '')}`,
  })
}

function facts(event: CaseEvent, { work, about }: AroundEvent): Html {
  return summaryList({
    rows: [
      { key: 'When', value: formatDateWithWeekday(event.on) },
      about != null && { key: 'About', value: aboutLink(event.childId, about) },
      event.people !== null && { key: 'Who', value: event.people },
      event.reviewOn !== null && { key: 'Looked at again', value: formatDate(event.reviewOn) },
      work !== null && { key: 'Part of', value: caseName(work) },
    ],
  })
}

function owedSection(duties: readonly Duty[], reader: Reader): Html | null {
  if (duties.length === 0) return null
  return html`<h2 class="govuk-heading-m">What is owed</h2>
    ${owedList(duties, { today: reader.today, reader, namesChild: false, nothing: '' })}`
}

function agreed(agreements: readonly GrantedAgreement[]): Html | null {
  if (agreements.length === 0) return null
  return html`<h2 class="govuk-heading-m">What was agreed</h2>
    <ul class="govuk-list govuk-list--spaced">
      ${agreements.map(
        ({ grantedBy, grantedOn, reason, ruleId }) =>
          html`<li>
            ${grantedBy}, ${formatDate(grantedOn)}: ${reason}
            (<a class="govuk-link" href="${ruleUrl(ruleId)}">${ruleId}</a>)
          </li>`,
      )}
    </ul>`
}

function answersSection(answers: readonly CaseEvent[]): Html | null {
  if (answers.length === 0) return null
  return html`<h2 class="govuk-heading-m">Recorded about this</h2>
    <ul class="govuk-list govuk-list--spaced">
      ${answers.map(
        answer =>
          html`<li>
            <a class="govuk-link" href="${eventUrl(answer.childId, answer.id)}"
              >${eventName(answer.kind, answer.topic)}</a
            >, ${formatDate(answer.on)} ${answer.withdrawnOn !== null && withdrawnTag}
          </li>`,
      )}
    </ul>`
}
