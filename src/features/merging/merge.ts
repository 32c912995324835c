import { chooseFields, type Side } from '#domain/merging/identity-fields.ts'
import { choiceField } from '#platform/forms/choice-field.ts'
import { defineForm, type Form } from '#platform/forms/form.ts'
import type { Field } from '#platform/forms/field.ts'
import { hiddenField } from '#platform/forms/hidden-field.ts'
import { longTextField } from '#platform/forms/long-text-field.ts'
import { goTo, refuse, type SubmitResult } from '#platform/http/page.ts'
import { displayName } from '#records/children.ts'
import { mergeChildren } from '#records/merging/merge-children.ts'
import { lockChildren } from '#records/merging/rows-of-children.ts'
import { childBanner } from '../child-banner.ts'
import { page, type PageContext } from '../page.ts'
import { inputFor } from './field-names.ts'
import { mergeBody } from './merge.html.ts'
import { readTwoRecords, twoChildrenInUrl, type TwoRecords } from './two-records.ts'
import { duplicatesUrl, mergesUrl } from './urls.ts'

type Ids = { readonly childId: string; readonly otherChildId: string }
type Answers = Readonly<Record<string, string>>

/** Two records side by side, and the step that makes them one. */
export const mergePage = page({
  permission: 'child.merge',
  params: twoChildrenInUrl,
  load: async (context, { params }) => await readTwoRecords(context, params),
  form: mergeForm,
  initial: ({ compared, seen }) => ({
    ...Object.fromEntries(compared.map(({ field, usual }) => [inputFor('take', field.key), usual])),
    reason: '',
    seen,
  }),
  submit: async (context, answers, { params }) => await merge(context, params, answers),
  view: (both, shown, { today }) => ({
    title: `Make two records one: ${displayName(both.kept)}`,
    identity: childBanner(both.kept, today),
    backLink: duplicatesUrl,
    body: mergeBody(shown, both),
  }),
})

function mergeForm({ compared }: TwoRecords): Form<Answers> {
  const takes = compared
    .filter(({ isSame }) => !isSame)
    .map(({ field }) => [
      inputFor('take', field.key),
      choiceField({
        choices: ['kept', 'merged'],
        missing: `Choose what is right for “${field.title}”`,
      }),
    ])
  return defineForm({
    fields: {
      ...(Object.fromEntries(takes) as Record<string, Field<string>>),
      reason: longTextField({ missing: 'Say how you know that it is one child', maxLength: 2000 }),
      seen: hiddenField(),
    },
  })
}

async function merge(context: PageContext, ids: Ids, answers: Answers): Promise<SubmitResult> {
  const { scope, user, now, today } = context
  await lockChildren(scope, [ids.childId, ids.otherChildId])
  const both = await readTwoRecords(context, ids)
  if (both.seen !== answers['seen']) {
    const message =
      'One of the records has changed since you opened this page. Look at both again, then merge them'
    return refuse({ field: 'reason', message })
  }
  const [against] = both.whyNot
  if (against !== undefined) return refuse({ field: 'reason', message: against })
  const chosen = Object.fromEntries(
    both.compared.map(({ field }) => [field.key, sideIn(answers[inputFor('take', field.key)])]),
  )
  await mergeChildren(scope, {
    keptId: both.kept.id,
    mergedId: both.other.id,
    reason: answers['reason'] ?? '',
    fields: chooseFields(both.compared, chosen),
    restriction: both.restriction.kind === 'new' ? both.restriction.restriction : null,
    mergedBy: user.id,
    at: now,
    today,
  })
  return goTo(mergesUrl(both.kept.id), 'The two records are one now')
}

function sideIn(answer: string | undefined): Side | undefined {
  return answer === 'kept' || answer === 'merged' ? answer : undefined
}
