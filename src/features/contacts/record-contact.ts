import { recordContact } from '#domain/contacts/record-contact.ts'
import { attendances } from '#domain/vocabulary/work.ts'
import type { MayRecord } from '#domain/contacts/record-contact.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { textOf } from '#platform/forms/typed-values.ts'
import { postForm, whatIsWrong, type Asked } from '#platform/views/ask.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { html, type Html } from '#platform/views/html.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { findChild } from '#records/children.ts'
import { findContact, type Contact } from '#records/contacts.ts'
import { lockWorkWith } from '#records/interventions.ts'
import { childBanner } from '../child-banner.ts'
import { page } from '../page.ts'
import { momentInWords } from '../moment-in-words.ts'
import { ownWords } from '../own-words.ts'
import { contactRecord, people, recordForm } from './contact-form.ts'
import { contactTitle } from './contact.html.ts'
import { contactInUrl, whetherMayRecord } from './contact.ts'
import { recordQuestions } from './contact-questions.ts'
import { updateContactRecord } from './queries.ts'
import { contactUrl } from './urls.ts'
import { workUrl } from './work-url.ts'

export const recordContactPage = page({
  permission: 'contact.record',
  params: contactInUrl,
  load: async ({ scope, user, today }, { params }) => {
    const contact = await findContact(scope, params)
    return {
      child: await findChild(scope, user, params.childId),
      contact,
      mayRecord: whetherMayRecord(contact, { staffId: user.id, today }),
    }
  },
  form: recordForm,
  initial: ({ contact }) => recorded(contact),
  version: {
    lock: ({ scope }, { childId }) => lockWorkWith(scope, childId),
    holds: ({ contact, mayRecord }) => (mayRecord.kind === 'no' ? null : recorded(contact)),
    questions: [
      { field: 'attendance', title: 'Did the child come?', words: attendances },
      { field: 'present', title: 'Who was there?', words: people },
      { field: 'note', title: 'Your note to the child' },
    ],
    lastSaved: async (_context, { contact: { notedAt, notedByName } }) =>
      notedAt === null || notedByName === null
        ? null
        : { name: notedByName, at: momentInWords(notedAt) },
  },
  submit: async ({ scope, user, today, now }, value, { params }) => {
    const contact = await findContact(scope, params)
    const mayRecord = whetherMayRecord(contact, { staffId: user.id, today })
    if (mayRecord.kind === 'no') return refuse({ field: 'note', message: mayRecord.because })
    const decision = recordContact(contactRecord(value, contact.on, today))
    if (decision.kind === 'refused') return refuse(...decision.problems)
    await updateContactRecord(scope, params, { values: value, by: user.id, at: now })
    const action = mayRecord.kind === 'change' ? 'contact.changed' : 'contact.recorded'
    await insertAuditEntry(scope, { action, childId: params.childId, subjectId: contact.id })
    return goTo(workUrl(params.childId, contact), 'Contact recorded')
  },
  view: ({ child, contact, mayRecord }, shown, { today }) => ({
    title: `Record: ${contactTitle(contact)}`,
    identity: childBanner(child, today),
    backLink: contactUrl(child.id, contact.id),
    body: recordBody(shown, contact, mayRecord),
  }),
})

function recorded(contact: Contact) {
  return recordForm.fill({
    attendance: contact.attendance,
    present: [
      ...(contact.sawChild ? (['child'] as const) : []),
      ...(contact.sawParent ? (['parent-or-carer'] as const) : []),
    ],
    note: contact.note,
  })
}

function recordBody(asked: Asked, contact: Contact, mayRecord: MayRecord): Html {
  const heading = html`<h1 class="govuk-heading-l">${contactTitle(contact)}</h1>`
  if (mayRecord.kind === 'no') {
    return html`${heading} ${insetText({ content: mayRecord.because })} ${notSaved(asked, contact)}`
  }
  return html`${whatIsWrong(asked)} ${heading}
  ${postForm(asked, { submit: 'Save' }, recordQuestions(asked))}`
}

/** What somebody wrote into a contact that another person recorded meanwhile stays to be read, beside what is there. */
function notSaved(asked: Asked, contact: Contact): Html | null {
  if (asked.errors.length === 0) return null
  return html`<h2 class="govuk-heading-m">What you wrote, not saved</h2>
    ${ownWords(textOf(asked.values, 'note'))}
    <h2 class="govuk-heading-m">What is there now, written by ${contact.notedByName ?? 'nobody'}</h2>
    ${ownWords(contact.note ?? '')}`
}
