import { formatDate } from '#domain/calendar/format-date.ts'
import { formatTime } from '#domain/calendar/time.ts'
import { isBefore } from '#domain/calendar/plain-date.ts'
import { may } from '#domain/access/permissions.ts'
import { attendances, contactKinds } from '#domain/vocabulary/work.ts'
import { timeline } from '#platform/views/components/timeline.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Contact } from '#records/contacts.ts'
import { contactUrl, recordContactUrl } from '../contacts/urls.ts'
import { ownWords } from '../own-words.ts'
import type { Reader } from './work-record.ts'

/** Contacts to come and contacts to record first, then what has been, latest first. */
export function contactsSection(contacts: readonly Contact[], reader: Reader): Html {
  const open = contacts.filter(({ attendance }) => attendance === null)
  const past = contacts.filter(({ attendance }) => attendance !== null).toReversed()
  return html`<section>
    <h2 class="govuk-heading-m">Contacts planned</h2>
    ${
      open.length === 0
        ? html`<p class="govuk-body">Nothing is planned.</p>`
        : html`<ul class="govuk-list govuk-list--spaced">
            ${open.map(contact => plannedItem(contact, reader))}
          </ul>`
    }
    <h2 class="govuk-heading-m">Contacts so far</h2>
    ${
      past.length === 0
        ? html`<p class="govuk-body">No contact yet.</p>`
        : timeline({ headingLevel: 3, items: past.map(pastItem) })
    }
  </section>`
}

function plannedItem(contact: Contact, { today, role }: Reader): Html {
  const { id, childId, kind, on, place } = contact
  const isToRecord = !isBefore(today, on) && may(role, 'contact.record')
  return html`<li>
    <a class="govuk-link" href="${contactUrl(childId, id)}"
      >${contactKinds[kind]}, ${formatDate(on)}${timeOf(contact)}</a
    >${place !== null && `, ${place}`}. With ${contact.staffName}.
    ${
      isToRecord &&
      html`<a class="govuk-link" href="${recordContactUrl(childId, id)}"
        >Record what happened<span class="govuk-visually-hidden"> on ${formatDate(on)}</span></a
      >`
    }
  </li>`
}

function pastItem(contact: Contact) {
  const { id, childId, kind, on, attendance, note } = contact
  return {
    label: html`<a class="govuk-link" href="${contactUrl(childId, id)}">${contactKinds[kind]}</a>`,
    datetime: on.toString(),
    date: `${formatDate(on)}${timeOf(contact)}`,
    byline: contact.notedByName ?? contact.staffName,
    content: html`${attendance !== null && html`<p class="govuk-body">${attendances[attendance]}</p>`}
    ${note !== null && ownWords(note)}`,
  }
}

function timeOf({ time }: Contact): string {
  return time === null ? '' : ` at ${formatTime(time)}`
}
