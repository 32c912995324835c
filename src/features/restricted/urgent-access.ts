import { defineForm } from '#platform/forms/form.ts'
import { longTextField } from '#platform/forms/long-text-field.ts'
import { NotFound } from '#platform/http/errors.ts'
import { goTo } from '#platform/http/page.ts'
import { findDoor, findOptionalRestriction, insertUrgentAccess } from '#records/restrictions.ts'
import { childUrl, childrenUrl } from '../children/urls.ts'
import { childInUrl, page } from '../page.ts'
import { urgentAccessBody } from './urgent-access.html.ts'

/** The page in place of every page of a restricted child: that it is restricted, whom to ask, and the urgent way in. */
export const urgentAccessPage = page({
  permission: 'child.open',
  params: childInUrl,
  load: async ({ scope, user }, { params: { childId } }) => {
    const restriction = await findOptionalRestriction(scope, childId)
    const door = await findDoor(scope, user, childId)
    if (restriction === undefined || door !== 'restricted') throw new NotFound()
    return { restriction, childId }
  },
  form: defineForm({
    fields: { reason: longTextField({ missing: 'Write why it cannot wait' }) },
  }),
  submit: async ({ scope, user }, { reason }, { params: { childId } }) => {
    await insertUrgentAccess(scope, user, { childId, reason })
    return goTo(childUrl(childId), 'The record is open to you for 24 hours')
  },
  view: ({ restriction, childId }, shown) => ({
    title: 'A restricted record',
    status: 403,
    backLink: childrenUrl,
    body: urgentAccessBody(shown, { restriction, childId }),
  }),
})
