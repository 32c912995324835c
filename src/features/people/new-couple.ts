import { isBefore } from '#domain/calendar/plain-date.ts'
import { whyNotPartners } from '#domain/family/why-not-link.ts'
import type { Family } from '#domain/family/family.ts'
import { partnerStatuses } from '#domain/vocabulary/family.ts'
import { choiceField } from '#platform/forms/choice-field.ts'
import { dateField } from '#platform/forms/date-field.ts'
import { defineForm } from '#platform/forms/form.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { ask, offers, postForm, whatIsWrong } from '#platform/views/ask.ts'
import { html } from '#platform/views/html.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { findChild } from '#records/children.ts'
import { insertLinks, readFamily } from '#records/families.ts'
import { lockWorkWith } from '#records/interventions.ts'
import { childBanner } from '../child-banner.ts'
import { childInUrl, page } from '../page.ts'
import { loadFamily } from './new-parent.ts'
import { familyUrl } from './urls.ts'

function coupleForm({ people }: Family) {
  const ids = people.map(({ id }) => id)
  const mustBe = 'today or in the past'
  return defineForm({
    fields: {
      a: choiceField({ choices: ids, missing: 'Choose one of the two' }),
      b: choiceField({ choices: ids, missing: 'Choose the other one' }),
      status: choiceField({ choices: partnerStatuses, missing: 'Select how it is between them' }),
      from: dateField({ name: 'The day from which', mustBe, optional: true }),
      to: dateField({ name: 'The day until which', mustBe, optional: true }),
    },
    check: ({ from, to }) =>
      from !== null && to !== null && isBefore(to, from)
        ? [{ field: 'to', message: 'The day until which must be after the day from which' }]
        : [],
  })
}

/** Records that two people are or were a couple. */
export const newCouplePage = page({
  permission: 'person.record',
  params: childInUrl,
  load: async (context, { params: { childId } }) => ({
    child: await findChild(context.scope, context.user, childId),
    family: await loadFamily(context, childId),
  }),
  form: ({ family }) => coupleForm(family),
  submit: async ({ scope, user }, typed, { params: { childId } }) => {
    await lockWorkWith(scope, childId)
    const whyNot = whyNotPartners(typed, await readFamily(scope, user, childId))
    if (whyNot !== null) return refuse({ field: 'b', message: whyNot })
    await insertLinks(scope, { parents: [], partners: [typed] })
    await insertAuditEntry(scope, { action: 'family.linked', childId, subjectId: typed.a })
    return goTo(familyUrl(childId), 'Recorded')
  },
  view: ({ child, family }, shown, { today }) => {
    const people = family.people.map(({ id, name }) => ({ value: id, content: name }))
    const asked = ask(shown)
    return {
      title: 'Who is or was a couple?',
      identity: childBanner(child, today),
      backLink: familyUrl(child.id),
      body: html`${whatIsWrong(shown)}
        <h1 class="govuk-heading-l">Who is or was a couple?</h1>
        ${postForm(
          shown,
          { submit: 'Record', cancel: familyUrl(child.id) },
          html`${asked.from('a', 'One of them', people)} ${asked.from('b', 'The other one', people)}
          ${asked.one('status', 'How is it between them?', offers(partnerStatuses))}
          ${asked.date('from', 'Since when, if known')}
          ${asked.date('to', 'Until when, if it is over and known')}`,
        )}`,
    }
  },
})
