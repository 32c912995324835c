import { may, type Permission } from '#domain/access/permissions.ts'
import { formatDate } from '#domain/calendar/format-date.ts'
import { outcomeKinds } from '#domain/vocabulary/outcomes.ts'
import { interventionKinds, interventionResults } from '#domain/vocabulary/work.ts'
import { button } from '#platform/views/components/button.ts'
import { summaryList } from '#platform/views/components/summary-list.ts'
import { html, type Html } from '#platform/views/html.ts'
import { newContactUrl } from '../contacts/urls.ts'
import { owedList } from '../owed-list.ts'
import { ownWords } from '../own-words.ts'
import { newPlanUrl } from '../plans/urls.ts'
import { contactsSection } from './work-contacts.html.ts'
import {
  agreementsSection,
  assessmentsSection,
  feedbackSection,
  planSection,
} from './work-documents.html.ts'
import { allocationUrl, closeInterventionUrl } from './urls.ts'
import type { Reader, WorkRecord } from './work-record.ts'

/** One piece of work: what it is, what is owed, what has been done, what to do next. */
export function interventionBody(record: WorkRecord, reader: Reader): Html {
  const { work } = record
  const opens = (permission: Permission) => may(reader.role, permission)
  return html`<h1 class="govuk-heading-l">${interventionKinds[work.kind].name}</h1>
    <div class="app-child-grid">
      <div class="app-child-grid__main">
        ${actions(record, opens)} ${opens('work.own') && work.endedOn === null && owedSection(record, reader)}
        ${ending(record)} ${opens('contact.open') && contactsSection(record.contacts, reader)}
      </div>
      <div class="app-child-grid__side">
        ${facts(record, opens)} ${opens('plan.open') && planSection(record)}
        ${opens('assessment.open') && assessmentsSection(record)}
        ${opens('contact.open') && agreementsSection(record, reader)}
      </div>
    </div>`
}

type Opens = (permission: Permission) => boolean

function actions({ work, holder, plan }: WorkRecord, opens: Opens): Html | null {
  if (work.endedOn !== null) return null
  const isForPlan = plan === null || plan.reviewedOn !== null
  return html`<div class="govuk-button-group app-no-print">
    ${
      opens('contact.plan') &&
      button({
        href: newContactUrl(work.childId, { interventionId: work.id }),
        content: 'Plan or record a contact',
      })
    }
    ${
      opens('plan.write') &&
      isForPlan &&
      button({
        href: newPlanUrl(work.childId, work.id),
        content: plan === null ? 'Make a plan' : 'Make the next plan',
        classes: 'govuk-button--secondary',
      })
    }
    ${
      opens('intervention.allocate') &&
      html`<a class="govuk-link" href="${allocationUrl(work.childId, work.id)}"
        >${holder === null ? 'Choose the worker' : 'Change the worker'}</a
      >`
    }
    ${
      opens('intervention.close') &&
      html`<a class="govuk-link" href="${closeInterventionUrl(work.childId, work.id)}"
        >Close the work</a
      >`
    }
  </div>`
}

function owedSection({ duties }: WorkRecord, { today, ...reader }: Reader): Html {
  return html`<h2 class="govuk-heading-m">What we owe the child now</h2>
    ${owedList(duties, { today, reader, namesChild: false, nothing: 'Nothing is owed now.' })}`
}

function facts({ work, outcomes, holder }: WorkRecord, opens: Opens): Html {
  const withWhom = namesOf(holder) ?? (work.endedOn === null ? 'Nobody yet' : 'Nobody any more')
  const mayChoose = opens('intervention.allocate') && work.endedOn === null
  return summaryList({
    rows: [
      { key: 'Since', value: formatDate(work.startedOn) },
      work.endedOn !== null && { key: 'Until', value: formatDate(work.endedOn) },
      {
        key: 'With',
        value:
          holder === null && work.endedOn === null && !mayChoose
            ? 'Nobody yet. A manager chooses the worker'
            : withWhom,
      },
      { key: 'Serves', value: outcomes.length === 0 ? 'No outcome' : outcomeList(outcomes) },
    ],
  })
}

function namesOf(holder: WorkRecord['holder']): string | null {
  if (holder?.secondName == null) return holder?.name ?? null
  return `${holder.name} and ${holder.secondName}`
}

function outcomeList(outcomes: WorkRecord['outcomes']): Html {
  const item = ({ kind, localName, decidedOn, conditionsEndOn }: WorkRecord['outcomes'][number]) =>
    html`<li>
      ${localName ?? outcomeKinds[kind].name}, ${formatDate(decidedOn)}${
        conditionsEndOn !== null && `. Conditions end on ${formatDate(conditionsEndOn)}`
      }
    </li>`
  return html`<ul class="govuk-list">
    ${outcomes.map(item)}
  </ul>`
}

function ending({ work, feedback }: WorkRecord): Html | null {
  if (work.endedOn === null) return null
  const result = work.result === null ? 'Result not recorded' : interventionResults[work.result]
  return html`<section>
    <h2 class="govuk-heading-m">How it ended</h2>
    <p class="govuk-body"><strong>${result}</strong> on ${formatDate(work.endedOn)}.</p>
    ${work.achieved !== null && ownWords(work.achieved)} ${feedbackSection(feedback)}
  </section>`
}
