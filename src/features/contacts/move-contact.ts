import { moveContact } from '#domain/contacts/plan-contact.ts'
import { goTo } from '#platform/http/page.ts'
import { postForm, whatIsWrong } from '#platform/views/ask.ts'
import { html } from '#platform/views/html.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { findChild } from '#records/children.ts'
import { findContact, type Contact } from '#records/contacts.ts'
import { lockWorkWith } from '#records/interventions.ts'
import { findPolicy } from '#records/policy.ts'
import { childBanner } from '../child-banner.ts'
import { findLastSaved } from '../last-saved.ts'
import { page } from '../page.ts'
import { moveForm } from './contact-form.ts'
import { contactTitle } from './contact.html.ts'
import { contactInUrl } from './contact.ts'
import { dayQuestions } from './contact-questions.ts'
import { readAround, refusalOf, stopsOf } from './longer-work.ts'
import { findWorkOf, updateContactDay } from './queries.ts'
import { workUrl } from './work-url.ts'

export const moveContactPage = page({
  permission: 'contact.plan',
  params: contactInUrl,
  load: async ({ scope, user }, { params }) => {
    const contact = await findContact(scope, params)
    return {
      child: await findChild(scope, user, params.childId),
      contact,
      work: await findWorkOf(scope, params.childId, contact),
    }
  },
  form: moveForm,
  initial: ({ contact }) => planned(contact),
  version: {
    lock: ({ scope }, { childId }) => lockWorkWith(scope, childId),
    holds: ({ contact }) => planned(contact),
    questions: [
      { field: 'plannedOn', title: 'Day', parts: ['day', 'month', 'year'] },
      { field: 'plannedTime', title: 'Time' },
      { field: 'place', title: 'Where?' },
    ],
    lastSaved: ({ scope }, { child, contact }) =>
      findLastSaved(scope, { action: 'contact.moved', childId: child.id, subjectId: contact.id }),
  },
  submit: async (context, value, { params }) => {
    const { scope, today } = context
    const contact = await findContact(scope, params)
    const work = await findWorkOf(scope, params.childId, contact)
    const { attendance } = contact
    const around = await readAround(context, params.childId, contact)
    const policy = await findPolicy(scope)
    const on = value.plannedOn
    const refusal = refusalOf(moveContact({ on, today, work, attendance, around, policy }))
    if (refusal !== null) return refusal
    await updateContactDay(scope, params, value)
    await insertAuditEntry(scope, {
      action: 'contact.moved',
      childId: params.childId,
      subjectId: contact.id,
    })
    return goTo(workUrl(params.childId, contact), 'Contact moved')
  },
  view: ({ child, contact }, shown, { today, user }) => ({
    title: 'Move the contact',
    identity: childBanner(child, today),
    backLink: workUrl(child.id, contact),
    body: html`${whatIsWrong(shown)}
      <span class="govuk-caption-l">${contactTitle(contact)}</span>
      <h1 class="govuk-heading-l">Move the contact</h1>
      ${stopsOf(shown, { childId: child.id, belonging: contact, role: user.role })}
      ${postForm(shown, { submit: 'Save the new day' }, dayQuestions(shown))}`,
  }),
})

function planned({ on, time, place }: Contact) {
  return moveForm.fill({ plannedOn: on, plannedTime: time, place })
}
