import { z } from 'zod'
import { goTo, refuse } from '#platform/http/page.ts'
import { postForm, whatIsWrong } from '#platform/views/ask.ts'
import { html } from '#platform/views/html.ts'
import { findChild } from '#records/children.ts'
import { lockRow } from '#records/lock-row.ts'
import { identifierKinds } from '#domain/vocabulary/children.ts'
import { childBanner } from '../child-banner.ts'
import { findLastSaved } from '../last-saved.ts'
import { idInUrl, page } from '../page.ts'
import { askForNumber, asWritten, identifierForm } from './identifier-form.ts'
import { findIdentifier, hasIdentifier, updateIdentifier } from './identifier-queries.ts'
import { identityUrl, withdrawIdentifierUrl } from './urls.ts'

export const identifierInUrl = z.object({ childId: idInUrl, identifierId: idInUrl })

/** Corrects a number that was typed wrong. What it was stays in the history. */
export const correctIdentifierPage = page({
  permission: 'identity.change',
  params: identifierInUrl,
  load: async ({ scope, user }, { params }) => ({
    child: await findChild(scope, user, params.childId),
    identifier: await findIdentifier(scope, params),
  }),
  form: identifierForm,
  initial: ({ identifier }) => identifierForm.fill(identifier),
  version: {
    lock: ({ scope }, { childId }) => lockRow(scope, 'children', childId),
    holds: ({ identifier }) =>
      identifier.withdrawnOn === null ? identifierForm.fill(identifier) : null,
    questions: [
      { field: 'kind', title: 'Which number is it?', words: identifierKinds },
      { field: 'value', title: 'The number' },
    ],
    lastSaved: ({ scope }, { child, identifier }) =>
      findLastSaved(scope, {
        action: 'identifier.corrected',
        childId: child.id,
        subjectId: identifier.id,
      }),
  },
  submit: async ({ scope }, typed, { params, loaded }) => {
    if (loaded.identifier.withdrawnOn !== null) {
      return refuse({ field: 'value', message: 'This number was taken back. Add the right one' })
    }
    const identifier = asWritten(typed)
    if (await hasIdentifier(scope, params.childId, identifier, params.identifierId)) {
      return refuse({ field: 'value', message: 'This number is in the record already' })
    }
    await updateIdentifier(scope, params, identifier)
    return goTo(identityUrl(params.childId), 'Number corrected')
  },
  view: ({ child, identifier }, shown, { today }) => ({
    title: 'Correct the number',
    identity: childBanner(child, today),
    backLink: identityUrl(child.id),
    body: html`${whatIsWrong(shown)}
      <h1 class="govuk-heading-l">Correct the number</h1>
      <p class="govuk-body">
        If it is another person’s number,
        <a class="govuk-link" href="${withdrawIdentifierUrl(child.id, identifier.id)}"
          >take it back</a
        >
        instead.
      </p>
      ${postForm(shown, { submit: 'Save', cancel: identityUrl(child.id) }, askForNumber(shown))}`,
  }),
})
