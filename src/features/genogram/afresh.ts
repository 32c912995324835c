import { defineForm } from '#platform/forms/form.ts'
import { goTo } from '#platform/http/page.ts'
import { postForm, whatIsWrong } from '#platform/views/ask.ts'
import { html } from '#platform/views/html.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { findChild } from '#records/children.ts'
import { childBanner } from '../child-banner.ts'
import { childInUrl, page } from '../page.ts'
import { forgetPlaces } from './queries.ts'
import { genogramUrl } from './urls.ts'

/** Takes every move in the drawing back. */
export const layOutAfreshPage = page({
  permission: 'genogram.change',
  params: childInUrl,
  load: async ({ scope, user }, { params: { childId } }) => ({
    child: await findChild(scope, user, childId),
  }),
  form: defineForm({ fields: {} }),
  submit: async ({ scope }, _value, { params: { childId } }) => {
    await forgetPlaces(scope, childId)
    await insertAuditEntry(scope, { action: 'genogram.laid-out-afresh', childId })
    return goTo(genogramUrl(childId), 'Laid out afresh')
  },
  view: ({ child }, shown, { today }) => ({
    title: 'Lay the family drawing out afresh',
    identity: childBanner(child, today),
    backLink: genogramUrl(child.id),
    body: html`${whatIsWrong(shown)}
      <h1 class="govuk-heading-l">Lay the family drawing out afresh?</h1>
      <p class="govuk-body">
        Every piece goes back to where it stands by itself. Symbols and names that the family chose
        stay.
      </p>
      ${postForm(shown, { submit: 'Lay out afresh', cancel: genogramUrl(child.id) }, html``)}`,
  }),
})
