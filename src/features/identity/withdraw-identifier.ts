import { identifierKinds } from '#domain/vocabulary/children.ts'
import { defineForm } from '#platform/forms/form.ts'
import { textField } from '#platform/forms/text-field.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { ask, postForm, whatIsWrong } from '#platform/views/ask.ts'
import { html } from '#platform/views/html.ts'
import { findChild } from '#records/children.ts'
import { lockRow } from '#records/lock-row.ts'
import { childBanner } from '../child-banner.ts'
import { page } from '../page.ts'
import { identifierInUrl } from './correct-identifier.ts'
import { findIdentifier, withdrawIdentifier } from './identifier-queries.ts'
import { identityUrl } from './urls.ts'

/** Takes back a number that was recorded in error. It stays in sight, with the reason, and finds nobody any more. */
export const withdrawIdentifierPage = page({
  permission: 'identity.change',
  params: identifierInUrl,
  load: async ({ scope, user }, { params }) => ({
    child: await findChild(scope, user, params.childId),
    identifier: await findIdentifier(scope, params),
  }),
  form: defineForm({
    fields: {
      because: textField({ name: 'The reason', missing: 'Write why it is taken back' }),
    },
  }),
  submit: async ({ scope, today }, { because }, { params }) => {
    await lockRow(scope, 'childIdentifiers', params.identifierId)
    const { withdrawnOn } = await findIdentifier(scope, params)
    if (withdrawnOn !== null) {
      return refuse({ field: 'because', message: 'This number was taken back already' })
    }
    await withdrawIdentifier(scope, params, { on: today, because })
    return goTo(identityUrl(params.childId), 'Number taken back')
  },
  view: ({ child, identifier }, shown, { today }) => ({
    title: 'Take the number back',
    identity: childBanner(child, today),
    backLink: identityUrl(child.id),
    body: html`${whatIsWrong(shown)}
      <span class="govuk-caption-l">${identifierKinds[identifier.kind]}: ${identifier.value}</span>
      <h1 class="govuk-heading-l">Take the number back</h1>
      <p class="govuk-body">
        Nothing is deleted: it stays to be read as recorded in error. Nobody finds the child by it any
        more.
      </p>
      ${postForm(
        shown,
        { submit: 'Take it back', cancel: identityUrl(child.id), warn: true },
        ask(shown).text('because', 'Why?', {
          size: 's',
          hint: 'For example: it is the number of the child’s brother.',
        }),
      )}`,
  }),
})
