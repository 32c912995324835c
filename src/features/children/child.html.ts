import { may } from '#domain/access/permissions.ts'
import { describeDay, formatDate } from '#domain/calendar/format-date.ts'
import { formatTime } from '#domain/calendar/time.ts'
import { nameOf } from '#domain/vocabulary/name-of.ts'
import { attendances, contactKinds, judgementLevels } from '#domain/vocabulary/work.ts'
import { timeline } from '#platform/views/components/timeline.ts'
import { html, type Html } from '#platform/views/html.ts'
import { assessmentUrl } from '../assessments/urls.ts'
import { contactUrl, newContactUrl, recordContactUrl } from '../contacts/urls.ts'
import { owedList } from '../owed-list.ts'
import type { PageContext } from '../page.ts'
import { restrictionUrl } from '../restricted/urls.ts'
import { aroundTheChild, whoThisIs } from './child-facts.html.ts'
import { eventsSection } from './child-events.html.ts'
import type { ContactRow } from './child-queries.ts'
import type { ChildRecord } from './child-record.ts'
import { referralsSection, workSection } from './child-work.html.ts'
import { mergedRecordsLink } from './merged-records.html.ts'

/** The child on one screen: what is next and what is asked of me in the middle, who this is and who is around at the side. */
export function childBody(record: ChildRecord, context: PageContext): Html {
  return html`<h1 class="govuk-visually-hidden">
      ${record.child.knownAs ?? record.child.givenName}
    </h1>
    <div class="app-child-grid">
      <div class="app-child-grid__main">
        ${safetySection(record)} ${owedSection(record, context)} ${nextSection(record, context)}
        ${workSection(record, context)} ${referralsSection(record, context)}
        ${eventsSection(record, context)} ${latestSection(record)}
      </div>
      <div class="app-child-grid__side">
        ${whoThisIs(record)} ${aroundTheChild(record.relationships)}
        ${whoMayOpen(record, context)} ${mergedRecordsLink(record, context)}
      </div>
    </div>`
}

function whoMayOpen({ child }: ChildRecord, { user }: PageContext): Html | null {
  if (!may(user.role, 'child.restrict')) return null
  return html`<p class="govuk-body">
    <a class="govuk-link" href="${restrictionUrl(child.id)}">Who may open this record</a>
  </p>`
}

function safetySection({ safety, child }: ChildRecord): Html | null {
  if (safety === undefined || safety.completedOn === null) return null
  const level = nameOf(judgementLevels, safety.level).toLowerCase()
  return html`<section class="app-card">
    <h2 class="app-card__title">Safe and well?</h2>
    <p class="govuk-body">
      <strong>Concern for safety and well-being is ${level}</strong>, judged on
      ${formatDate(safety.completedOn)}.
    </p>
    <p class="govuk-body">${safety.reasons}</p>
    <p class="govuk-body">
      <a class="govuk-link" href="${assessmentUrl(child.id, safety.id)}">Read the assessment</a>
    </p>
  </section>`
}

function owedSection({ duties }: ChildRecord, { user, today }: PageContext): Html | null {
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

function nextSection(
  { openContacts, child, work, referrals }: ChildRecord,
  context: PageContext,
): Html | null {
  const { user } = context
  if (!may(user.role, 'contact.open')) return null
  const openWork = work.find(row => row.endedOn === null)
  const openReferral = referrals.find(row => row.closedOn === null && row.kind === 'out-of-court')
  const about = openWork
    ? { interventionId: openWork.id }
    : openReferral && { referralId: openReferral.id }
  return html`<section>
    <h2 class="govuk-heading-m">What is next</h2>
    ${
      openContacts.length === 0
        ? html`<p class="govuk-body">Nothing is planned.</p>`
        : html`<ul class="govuk-list govuk-list--spaced">
            ${openContacts.map(contact => openContact(child.id, contact, context))}
          </ul>`
    }
    ${
      about !== undefined &&
      may(user.role, 'contact.plan') &&
      html`<p class="govuk-body">
        <a class="govuk-link" href="${newContactUrl(child.id, about)}">Plan or record a contact</a>
      </p>`
    }
  </section>`
}

function openContact(childId: string, contact: ContactRow, { user, today }: PageContext): Html {
  const when = `${formatDate(contact.plannedOn)} (${describeDay(contact.plannedOn, today)})`
  const time = contact.plannedTime === null ? '' : ` at ${formatTime(contact.plannedTime)}`
  const url = may(user.role, 'contact.record')
    ? recordContactUrl(childId, contact.id)
    : contactUrl(childId, contact.id)
  return html`<li>
    <a class="govuk-link" href="${url}">${nameOf(contactKinds, contact.kind)}</a>,
    ${when}${time}${contact.place !== null && `, ${contact.place}`}, with ${contact.worker}
  </li>`
}

function latestSection({ latestContacts, child }: ChildRecord): Html | null {
  if (latestContacts.length === 0) return null
  return html`<section>
    <h2 class="govuk-heading-m">Lately</h2>
    ${timeline({
      headingLevel: 3,
      items: latestContacts.map(contact => ({
        label: html`<a class="govuk-link" href="${contactUrl(child.id, contact.id)}"
          >${nameOf(contactKinds, contact.kind)}</a
        >`,
        datetime: contact.plannedOn.toString(),
        date: formatDate(contact.plannedOn),
        byline: contact.worker,
        content: html`<p class="govuk-body">
          ${
            contact.attendance !== 'attended' &&
            html`<strong>${nameOf(attendances, contact.attendance ?? '')}.</strong> `
          }${contact.note}
        </p>`,
      })),
    })}
  </section>`
}
