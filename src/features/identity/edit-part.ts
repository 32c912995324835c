import type { Updateable } from 'kysely'
import type { Refused } from '#domain/interventions/refused.ts'
import { nameOf } from '#domain/vocabulary/name-of.ts'
import type { Form, FormValues } from '#platform/forms/form.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import type { ComparedQuestion } from '#platform/http/version.ts'
import { postForm, whatIsWrong, type Asked } from '#platform/views/ask.ts'
import { html, type Html } from '#platform/views/html.ts'
import { findChild } from '#records/children.ts'
import { lockRow } from '#records/lock-row.ts'
import type { ChildrenTable } from '#records/schema.ts'
import { childBanner } from '../child-banner.ts'
import { findLastSaved } from '../last-saved.ts'
import { childInUrl, page, type AlongsidePage, type PageContext } from '../page.ts'
import { fieldsOf, identityParts } from './identity-words.ts'
import { findIdentity, updateIdentity, type Identity } from './queries.ts'
import { identityUrl, type IdentityPart } from './urls.ts'

type Set = Updateable<ChildrenTable>

interface EditPart<Value> {
  readonly part: IdentityPart
  /** What the audit calls the change. */
  readonly action: string
  /** Said before the questions. */
  readonly lead: string
  readonly form: Form<Value>
  /** What the form holds of the record. */
  readonly filled: (identity: Identity) => FormValues
  /** What the form holds when it is first shown, where that is more than the record. */
  readonly initial?: (identity: Identity, context: PageContext) => FormValues
  /** What is written, or why not. */
  readonly decide: (
    value: Value,
    about: { readonly identity: Identity; readonly context: PageContext },
  ) => Promise<{ readonly kind: 'save'; readonly set: Set } | Refused>
  readonly questions: (asked: Asked) => Html
}

const days = ['day', 'month', 'year']

/** A page that changes one part of who the child is: nobody overwrites what they have not seen, and what was there stays readable. */
export function editPart<Value>(edit: EditPart<Value>): AlongsidePage {
  const { part, action, form, filled } = edit
  const { title } = identityParts[part]
  return page({
    permission: 'identity.change',
    params: childInUrl,
    load: async ({ scope, user }, { params: { childId } }) => ({
      child: await findChild(scope, user, childId),
      identity: await findIdentity(scope, childId),
    }),
    form,
    initial: ({ identity }, context) => edit.initial?.(identity, context) ?? filled(identity),
    version: {
      lock: ({ scope }, { childId }) => lockRow(scope, 'children', childId),
      holds: ({ identity }) => filled(identity),
      questions: fieldsOf(part).map(compared),
      lastSaved: ({ scope }, { child }) =>
        findLastSaved(scope, { action, childId: child.id, subjectId: child.id }),
    },
    submit: async (context, value, { params: { childId }, loaded: { identity } }) => {
      const decision = await edit.decide(value, { identity, context })
      if (decision.kind === 'refused') return refuse(...decision.problems)
      await updateIdentity(context.scope, childId, { action, set: decision.set })
      return goTo(identityUrl(childId), `${title}: saved`)
    },
    view: ({ child }, shown, { today }) => ({
      title,
      identity: childBanner(child, today),
      backLink: identityUrl(child.id),
      body: html`${whatIsWrong(shown)}
        <h1 class="govuk-heading-l">${title}</h1>
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <p class="govuk-body-l">${edit.lead}</p>
            ${postForm(
              shown,
              { submit: 'Save', cancel: identityUrl(child.id) },
              edit.questions(shown),
            )}
          </div>
        </div>`,
    }),
  })
}

function compared([field, { title, words }]: ReturnType<
  typeof fieldsOf
>[number]): ComparedQuestion {
  const names = Object.keys(words ?? {}).map(code => [code, nameOf(words ?? {}, code)] as const)
  if (field === 'needsInterpreter')
    return { field, title, words: { yes: 'Needed', no: 'Not needed' } }
  return {
    field,
    title,
    ...(field.endsWith('On') && { parts: days }),
    ...(names.length > 0 && { words: Object.fromEntries(names) }),
  }
}
