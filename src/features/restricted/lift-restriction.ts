import { defineForm } from '#platform/forms/form.ts'
import { NotFound } from '#platform/http/errors.ts'
import { goTo } from '#platform/http/page.ts'
import { postForm } from '#platform/views/ask.ts'
import { html } from '#platform/views/html.ts'
import { findChild } from '#records/children.ts'
import { findOptionalRestriction, liftRestriction } from '#records/restrictions.ts'
import { childBanner } from '../child-banner.ts'
import { childUrl } from '../children/urls.ts'
import { childInUrl, page } from '../page.ts'
import { restrictionUrl } from './urls.ts'

/** A manager opens a restricted record to everybody whose role reaches the child. */
export const liftRestrictionPage = page({
  permission: 'child.restrict',
  params: childInUrl,
  load: async ({ scope, user }, { params: { childId } }) => {
    if ((await findOptionalRestriction(scope, childId)) === undefined) throw new NotFound()
    return { child: await findChild(scope, user, childId) }
  },
  form: defineForm({ fields: {} }),
  submit: async ({ scope, today }, _nothing, { params: { childId } }) => {
    await liftRestriction(scope, childId, today)
    return goTo(childUrl(childId), 'Restriction lifted')
  },
  view: ({ child }, shown, { today }) => ({
    title: 'Lift the restriction',
    identity: childBanner(child, today),
    backLink: restrictionUrl(child.id),
    body: html`<h1 class="govuk-heading-l">Lift the restriction</h1>
      <p class="govuk-body">
        Everybody whose role reaches the child can open the record again, from this moment.
      </p>
      ${postForm(
        shown,
        { submit: 'Lift the restriction', cancel: restrictionUrl(child.id), warn: true },
        html``,
      )}`,
  }),
})
