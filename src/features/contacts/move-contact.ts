import { moveContact } from '#domain/contacts/plan-contact.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { postForm, whatIsWrong } from '#platform/views/ask.ts'
import { html } from '#platform/views/html.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { findChild } from '#records/children.ts'
import { findContact, type Contact } from '#records/contacts.ts'
import { lockWorkWith } from '#records/interventions.ts'
import { childBanner } from '../child-banner.ts'
import { findLastSaved } from '../last-saved.ts'
import { page } from '../page.ts'
import { moveForm } from './contact-form.ts'
import { contactTitle } from './contact.html.ts'
import { contactInUrl } from './contact.ts'
import { dayQuestions } from './contact-questions.ts'
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
  submit: async ({ scope, today }, value, { params }) => {
    const contact = await findContact(scope, params)
    const work = await findWorkOf(scope, params.childId, contact)
    const { attendance } = contact
    const decision = moveContact({ on: value.plannedOn, today, work, attendance })
    if (decision.kind === 'refused') return refuse(...decision.problems)
    await updateContactDay(scope, params, value)
    await insertAuditEntry(scope, {
      action: 'contact.moved',
      childId: params.childId,
      subjectId: contact.id,
    })
    return goTo(workUrl(params.childId, contact), 'Contact moved')
  },
  view: ({ child, contact }, shown, { today }) => ({
    title: 'Move the contact',
    identity: childBanner(child, today),
    backLink: workUrl(child.id, contact),
    body: html`${whatIsWrong(shown)}
      <span class="govuk-caption-l">${contactTitle(contact)}</span>
      <h1 class="govuk-heading-l">Move the contact</h1>
      ${postForm(shown, { submit: 'Save the new day' }, dayQuestions(shown))}`,
  }),
})

function planned({ on, time, place }: Contact) {
  return moveForm.fill({ plannedOn: on, plannedTime: time, place })
}
