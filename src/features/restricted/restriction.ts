import { may } from '#domain/access/permissions.ts'
import { restrictionReasons, whyNotRestrict } from '#domain/access/restricted.ts'
import { choiceField } from '#platform/forms/choice-field.ts'
import { choicesField } from '#platform/forms/choices-field.ts'
import { defineForm } from '#platform/forms/form.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { findChild } from '#records/children.ts'
import { lockWorkWith } from '#records/interventions.ts'
import { findOptionalRestriction, insertRestriction } from '#records/restrictions.ts'
import { listStaff, type StaffMember } from '#records/staff.ts'
import { childBanner } from '../child-banner.ts'
import { childUrl } from '../children/urls.ts'
import { findLastSaved } from '../last-saved.ts'
import { childInUrl, page } from '../page.ts'
import { restrictionBody } from './restriction.html.ts'
import { restrictionUrl } from './urls.ts'

/** A manager keeps a record for named people, or names others. */
export const restrictionPage = page({
  permission: 'child.restrict',
  params: childInUrl,
  load: async ({ scope, user }, { params: { childId } }) => ({
    child: await findChild(scope, user, childId),
    restriction: await findOptionalRestriction(scope, childId),
    staff: (await listStaff(scope)).filter(({ role }) => may(role, 'child.open')),
  }),
  form: ({ staff }) => restrictionForm(staff),
  initial: ({ staff, restriction }, { user }) => ({
    ...restrictionForm(staff).empty(),
    why: restriction?.why ?? '',
    contactId: restriction?.contactId ?? user.id,
    names: restriction?.named.map(({ id }) => id) ?? [user.id],
  }),
  version: {
    lock: ({ scope }, { childId }) => lockWorkWith(scope, childId),
    holds: ({ restriction }) => ({
      why: restriction?.why ?? '',
      contactId: restriction?.contactId ?? '',
      names: restriction?.named.map(({ id }) => id) ?? [],
    }),
    questions: ({ staff }) => {
      const words = Object.fromEntries(staff.map(({ id, name }) => [id, name]))
      return [
        { field: 'why', title: 'Why is the record restricted?', words: restrictionReasons },
        { field: 'names', title: 'Who may open it?', words },
        { field: 'contactId', title: 'Whom do others ask?', words },
      ]
    },
    lastSaved: async ({ scope }, { child, restriction }) =>
      restriction === undefined
        ? null
        : await findLastSaved(scope, {
            action: 'child.restricted',
            childId: child.id,
            subjectId: restriction.id,
          }),
  },
  submit: async (
    { scope, today },
    { why, contactId, names },
    { params: { childId }, loaded: { staff } },
  ) => {
    const refusal = whyNotRestrict(
      contactId,
      staff.filter(({ id }) => names.includes(id)),
    )
    if (refusal !== null) return refuse(refusal)
    await insertRestriction(scope, { childId, why, contactId, names, startedOn: today })
    const isStillOpen = names.includes(scope.staffId ?? '')
    const message = 'Only the people you named may open the record now'
    return goTo(isStillOpen ? restrictionUrl(childId) : '/children', message)
  },
  view: ({ child, restriction, staff }, shown, { today }) => ({
    title: 'Who may open this record',
    identity: childBanner(child, today),
    backLink: childUrl(child.id),
    body: restrictionBody(shown, { childId: child.id, restriction, staff }),
  }),
})

function restrictionForm(staff: readonly StaffMember[]) {
  const people = staff.map(({ id }) => id)
  return defineForm({
    fields: {
      why: choiceField({
        choices: restrictionReasons,
        missing: 'Select why the record is restricted',
      }),
      names: choicesField({ choices: people, missing: 'Select who may open the record' }),
      contactId: choiceField({ choices: people, missing: 'Choose whom others ask' }),
    },
  })
}
