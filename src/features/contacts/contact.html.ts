import { formatDate, formatDateWithWeekday } from '#domain/calendar/format-date.ts'
import { formatTime, londonTime } from '#domain/calendar/time.ts'
import type { MayRecord } from '#domain/contacts/record-contact.ts'
import { attendances, contactKinds } from '#domain/vocabulary/work.ts'
import { button } from '#platform/views/components/button.ts'
import { summaryList } from '#platform/views/components/summary-list.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Contact } from '#records/contacts.ts'
import { ownWords } from '../own-words.ts'
import { moveContactUrl, recordContactUrl } from './urls.ts'

/** "Home visit, 3 March 2026" */
export function contactTitle(contact: Contact): string {
  return `${contactKinds[contact.kind]}, ${formatDate(contact.on)}`
}

interface Steps {
  readonly record: MayRecord['kind']
  readonly move: boolean
}

/** A contact as it is planned or as it was. */
export function contactBody(contact: Contact, steps: Steps): Html {
  return html`<h1 class="govuk-heading-l">${contactTitle(contact)}</h1>
    ${contactFacts(contact)} ${contact.note !== null && noteOf(contact, contact.note)}
    <div class="govuk-button-group">
      ${recordButton(contact, steps.record)}
      ${
        steps.move &&
        html`<a class="govuk-link" href="${moveContactUrl(contact.childId, contact.id)}"
          >Move to another day</a
        >`
      }
    </div>`
}

function contactFacts(contact: Contact): Html {
  const time = contact.time === null ? '' : ` at ${formatTime(contact.time)}`
  return summaryList({
    rows: [
      { key: 'When', value: `${formatDateWithWeekday(contact.on)}${time}` },
      contact.place !== null && { key: 'Where', value: contact.place },
      { key: 'With', value: contact.staffName },
      {
        key: 'What happened',
        value: contact.attendance === null ? 'Not recorded yet' : attendances[contact.attendance],
      },
      contact.attendance !== null && { key: 'Who was there', value: whoWasThere(contact) },
    ],
  })
}

/** "Child and parent or carer", "Nobody" */
export function whoWasThere({ sawChild, sawParent }: Contact): string {
  if (sawChild && sawParent) return 'Child and parent or carer'
  if (sawChild) return 'Child'
  return sawParent ? 'Parent or carer' : 'Nobody'
}

function noteOf(contact: Contact, note: string): Html {
  const when = contact.notedAt === null ? null : londonTime(contact.notedAt)
  return html`<h2 class="govuk-heading-m">Note to the child</h2>
    <div class="app-card app-card--quiet">
      ${ownWords(note)}
      <p class="govuk-body-s">
        ${contact.notedByName}${when !== null && `, ${formatDate(when.date)} at ${formatTime(when.time)}`}
      </p>
    </div>`
}

function recordButton(contact: Contact, record: Steps['record']): Html | null {
  const href = recordContactUrl(contact.childId, contact.id)
  if (record === 'first-time') return button({ href, content: 'Record what happened' })
  if (record === 'no') return null
  return button({ href, content: 'Change what you wrote', classes: 'govuk-button--secondary' })
}
