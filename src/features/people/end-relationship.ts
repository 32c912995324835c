import { isBefore } from '#domain/calendar/plain-date.ts'
import { formatDate } from '#domain/calendar/format-date.ts'
import { dateField } from '#platform/forms/date-field.ts'
import { defineForm } from '#platform/forms/form.ts'
import { NotFound } from '#platform/http/errors.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { ask, postForm, whatIsWrong } from '#platform/views/ask.ts'
import { html } from '#platform/views/html.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { findChild } from '#records/children.ts'
import { endFostering } from '#records/families.ts'
import { lockWorkWith } from '#records/interventions.ts'
import { findPersonOfChild } from '#records/people.ts'
import { findRelationship, updateRelationship } from '#records/relationships.ts'
import { childBanner } from '../child-banner.ts'
import { page } from '../page.ts'
import { relationshipInUrl } from './change-person.ts'
import { peopleUrl } from './urls.ts'

const endForm = defineForm({
  fields: {
    endedOn: dateField({
      name: 'The day',
      missing: 'Enter the first day on which they are no longer around',
      mustBe: 'today or in the past',
    }),
  },
})

/** Says that somebody is no longer around the child. They stay in the record, with both days. */
export const endRelationshipPage = page({
  permission: 'person.record',
  params: relationshipInUrl,
  load: async ({ scope, user }, { params }) => {
    const relationship = await findRelationship(scope, user, params)
    if (relationship.endedOn !== null) throw new NotFound()
    return { child: await findChild(scope, user, params.childId), relationship }
  },
  form: endForm,
  initial: (_loaded, { today }) => endForm.fill({ endedOn: today }),
  submit: async ({ scope, user }, { endedOn }, { params }) => {
    await lockWorkWith(scope, params.childId)
    const relationship = await findRelationship(scope, user, params)
    if (relationship.endedOn !== null) throw new NotFound()
    const { startedOn, id, personId, childId } = relationship
    if (startedOn !== null && isBefore(endedOn, startedOn)) {
      const message = `The day must be ${formatDate(startedOn)} or later: since then they are around the child`
      return refuse({ field: 'endedOn', message })
    }
    await updateRelationship(scope, id, { endedOn })
    if (relationship.kind === 'foster-carer') {
      const own = await findPersonOfChild(scope, childId)
      await endFostering(scope, { carerId: personId, personId: own, endedOn })
    }
    await insertAuditEntry(scope, { action: 'person.ended', childId, subjectId: id })
    return goTo(peopleUrl(childId), 'Ended')
  },
  view: ({ child, relationship: { name } }, shown, { today }) => ({
    title: 'No longer around the child',
    identity: childBanner(child, today),
    backLink: peopleUrl(child.id),
    body: html`${whatIsWrong(shown)}
      <h1 class="govuk-heading-l">${name} is no longer around the child</h1>
      <p class="govuk-body">
        They stay in the record under “Who was around before”. A family stays a family: end this only
        where the child has no more to do with them.
      </p>
      ${postForm(
        shown,
        { submit: 'End', cancel: peopleUrl(child.id) },
        ask(shown).date('endedOn', 'From which day?'),
      )}`,
  }),
})
