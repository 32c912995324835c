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
import type { CaseEvent } from '#records/events.ts'
import type { Scope } from '#records/scope.ts'
import { nameOf } from '#domain/vocabulary/name-of.ts'
import { childBanner } from '../child-banner.ts'
import { eventUrl } from '../events/urls.ts'
import { page } from '../page.ts'
import { momentInWords } from '../moment-in-words.ts'
import { ownWords } from '../own-words.ts'
import { contactRecord, people, recordForm } from './contact-form.ts'
import { contactTitle } from './contact.html.ts'
import { contactInUrl, whetherMayRecord } from './contact.ts'
import {
  changeRefused,
  changes,
  findOptionalChange,
  saveChange,
  tickedChange,
} from './contact-change.ts'
import { changeQuestion, recordQuestions } from './contact-questions.ts'
import { findWorkOf, updateContactRecord } from './queries.ts'
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
      change: await findOptionalChange(scope, params),
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
  submit: async (context, value, { params, loaded }) => {
    const { scope, user, today, now } = context
    const contact = await findContact(scope, params)
    const mayRecord = whetherMayRecord(contact, { staffId: user.id, today })
    if (mayRecord.kind === 'no') return refuse({ field: 'note', message: mayRecord.because })
    const decision = recordContact(contactRecord(value, contact.on, today))
    if (decision.kind === 'refused') return refuse(...decision.problems)
    const topic = loaded.change === undefined ? tickedChange(value) : null
    const change = topic === null ? null : await changeAt(scope, contact, topic)
    const refused = change === null ? [] : await changeRefused(context, change)
    if (refused.length > 0) return refuse(...refused)
    await updateContactRecord(scope, params, { values: value, by: user.id, at: now })
    if (change !== null) await saveChange(scope, contact.id, change)
    const action = mayRecord.kind === 'change' ? 'contact.changed' : 'contact.recorded'
    await insertAuditEntry(scope, { action, childId: params.childId, subjectId: contact.id })
    return goTo(workUrl(params.childId, contact), 'Contact recorded')
  },
  view: ({ child, contact, mayRecord, change }, shown, { today }) => ({
    title: `Record: ${contactTitle(contact)}`,
    identity: childBanner(child, today),
    backLink: contactUrl(child.id, contact.id),
    body: recordBody(shown, { contact, mayRecord, change }),
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

/** A change that came up at this contact, with the work or the referral that it belongs to. */
async function changeAt(scope: Scope, contact: Contact, topic: string) {
  const { childId, referralId, interventionId, on } = contact
  const work = await findWorkOf(scope, childId, contact)
  return { childId, belonging: { referralId, interventionId }, work, on, topic }
}

interface Recording {
  readonly contact: Contact
  readonly mayRecord: MayRecord
  /** The change that is recorded about it already. */
  readonly change: CaseEvent | undefined
}

function recordBody(asked: Asked, { contact, mayRecord, change }: Recording): Html {
  const heading = html`<h1 class="govuk-heading-l">${contactTitle(contact)}</h1>`
  if (mayRecord.kind === 'no') {
    return html`${heading} ${insetText({ content: mayRecord.because })} ${notSaved(asked, contact)}`
  }
  return html`${whatIsWrong(asked)} ${heading}
  ${postForm(
    asked,
    { submit: 'Save' },
    html`${recordQuestions(asked)}
    ${change === undefined ? changeQuestion(asked) : changeRecorded(change)}`,
  )}`
}

function changeRecorded({ childId, id, topic }: CaseEvent): Html {
  return html`<p class="govuk-body">
    A significant change is recorded:
    <a class="govuk-link" href="${eventUrl(childId, id)}">${nameOf(changes, topic ?? '')}</a>
  </p>`
}

/** What somebody wrote into a contact that another person recorded meanwhile stays to be read, beside what is there. */
function notSaved(asked: Asked, contact: Contact): Html | null {
  if (asked.errors.length === 0) return null
  return html`<h2 class="govuk-heading-m">What you wrote, not saved</h2>
    ${ownWords(textOf(asked.values, 'note'))}
    <h2 class="govuk-heading-m">What is there now, written by ${contact.notedByName ?? 'nobody'}</h2>
    ${ownWords(contact.note ?? '')}`
}
