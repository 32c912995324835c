import { goTo, refuse } from '#platform/http/page.ts'
import { postForm, whatIsWrong } from '#platform/views/ask.ts'
import { html } from '#platform/views/html.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { findChild } from '#records/children.ts'
import { lockRow } from '#records/lock-row.ts'
import { insertIdentifiers } from '#records/new-child.ts'
import { refreshSearchKeys } from '#records/search-keys.ts'
import { childBanner } from '../child-banner.ts'
import { childInUrl, page } from '../page.ts'
import { askForNumber, asWritten, identifierForm } from './identifier-form.ts'
import { hasIdentifier } from './identifier-queries.ts'
import { identityUrl } from './urls.ts'

/** Adds a number by which others know the child. */
export const newIdentifierPage = page({
  permission: 'identity.change',
  params: childInUrl,
  load: async ({ scope, user }, { params: { childId } }) => ({
    child: await findChild(scope, user, childId),
  }),
  form: identifierForm,
  submit: async ({ scope }, typed, { params: { childId } }) => {
    await lockRow(scope, 'children', childId)
    const identifier = asWritten(typed)
    if (await hasIdentifier(scope, childId, identifier)) {
      return refuse({ field: 'value', message: 'This number is in the record already' })
    }
    await insertIdentifiers(scope, childId, [identifier])
    await refreshSearchKeys(scope, childId)
    await insertAuditEntry(scope, { action: 'identifier.recorded', childId, subjectId: childId })
    return goTo(identityUrl(childId), 'Number added')
  },
  view: ({ child }, shown, { today }) => ({
    title: 'Add a number',
    identity: childBanner(child, today),
    backLink: identityUrl(child.id),
    body: html`${whatIsWrong(shown)}
      <h1 class="govuk-heading-l">Add a number</h1>
      ${postForm(shown, { submit: 'Add', cancel: identityUrl(child.id) }, askForNumber(shown))}`,
  }),
})
