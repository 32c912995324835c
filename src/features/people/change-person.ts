import { z } from 'zod'
import { relationshipKinds, sexes } from '#domain/vocabulary/children.ts'
import { goTo } from '#platform/http/page.ts'
import type { FormValues } from '#platform/forms/form.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { findChild } from '#records/children.ts'
import { lockWorkWith } from '#records/interventions.ts'
import { updatePerson } from '#records/people.ts'
import { findRelationship, updateRelationship, type Relationship } from '#records/relationships.ts'
import { childBanner } from '../child-banner.ts'
import { findLastSaved } from '../last-saved.ts'
import { idInUrl, page } from '../page.ts'
import { changePersonBody } from './change-person.html.ts'
import { changePersonForm, detailsOf, factsOf } from './person-form.ts'
import { lockPersonOf, selectOtherFiles } from './queries.ts'
import { peopleUrl } from './urls.ts'

export const relationshipInUrl = z.object({ childId: idInUrl, relationshipId: idInUrl })

/** Changes what is known of somebody, in all files, and what this child's file says of them. */
export const changePersonPage = page({
  permission: 'person.record',
  params: relationshipInUrl,
  load: async ({ scope, user }, { params }) => {
    const relationship = await findRelationship(scope, user, params)
    return {
      child: await findChild(scope, user, params.childId),
      relationship,
      otherFiles: await selectOtherFiles(scope, user, relationship),
    }
  },
  form: changePersonForm,
  initial: ({ relationship }) => valuesOf(relationship),
  version: {
    lock: async ({ scope }, { childId, relationshipId }) => {
      await lockWorkWith(scope, childId)
      await lockPersonOf(scope, relationshipId)
    },
    holds: ({ relationship }) => valuesOf(relationship),
    questions: [
      { field: 'kind', title: 'Who they are to the child', words: relationshipKinds },
      { field: 'givenName', title: 'First name' },
      { field: 'familyName', title: 'Family name' },
      { field: 'phone', title: 'Telephone number' },
      { field: 'bornOn', title: 'Date of birth', parts: ['day', 'month', 'year'] },
      { field: 'sex', title: 'Sex', words: sexes },
      {
        field: 'facts',
        title: 'What is true of them',
        words: {
          responsible: 'They have parental responsibility',
          'lives-with': 'They live with the child',
        },
      },
      { field: 'mayBeContacted', title: 'May we contact them', words: { yes: 'Yes', no: 'No' } },
      { field: 'note', title: 'Note' },
      { field: 'startedOn', title: 'Around the child since', parts: ['day', 'month', 'year'] },
      { field: 'organisation', title: 'Organisation' },
      { field: 'jobTitle', title: 'Job' },
      { field: 'email', title: 'E-mail address' },
      { field: 'address', title: 'Address' },
      { field: 'knownAs', title: 'What they are called' },
      { field: 'genderShown', title: 'Gender in their own words' },
      { field: 'diedOn', title: 'Date of death', parts: ['day', 'month', 'year'] },
    ],
    lastSaved: ({ scope }, { child, relationship }) =>
      findLastSaved(scope, {
        action: 'person.changed',
        childId: child.id,
        subjectId: relationship.id,
      }),
  },
  submit: async ({ scope }, typed, { params: { childId }, loaded: { relationship } }) => {
    const { id, personId, knownChildId } = relationship
    // A child's own record says who they are; a person's row is read by those who may not open it.
    if (knownChildId === null) await updatePerson(scope, personId, detailsOf(typed))
    await updateRelationship(scope, id, factsOf(typed))
    await insertAuditEntry(scope, { action: 'person.changed', childId, subjectId: id })
    return goTo(peopleUrl(childId), 'Changed')
  },
  view: ({ child, relationship, otherFiles }, shown, { today }) => ({
    title: 'Change somebody around the child',
    identity: childBanner(child, today),
    backLink: peopleUrl(child.id),
    body: changePersonBody(shown, { relationship, otherFiles }),
  }),
})

function valuesOf({
  hasParentalResponsibility,
  livesWithChild,
  ...relationship
}: Relationship): FormValues {
  const facts = [
    ...(hasParentalResponsibility ? (['responsible'] as const) : []),
    ...(livesWithChild ? (['lives-with'] as const) : []),
  ]
  return changePersonForm.fill({ ...relationship, facts })
}
