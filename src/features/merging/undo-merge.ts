import { z } from 'zod'
import { valuesAfterUndo, type ChangeIsOf } from '#domain/merging/identity-fields.ts'
import { choiceField } from '#platform/forms/choice-field.ts'
import { defineForm, type Form } from '#platform/forms/form.ts'
import type { Field } from '#platform/forms/field.ts'
import { hiddenField } from '#platform/forms/hidden-field.ts'
import { longTextField } from '#platform/forms/long-text-field.ts'
import { goTo, refuse, type SubmitResult } from '#platform/http/page.ts'
import { displayName } from '#records/children.ts'
import { findMerge } from '#records/merging/merges.ts'
import { lockChildren } from '#records/merging/rows-of-children.ts'
import { undoMerge } from '#records/merging/undo-merge.ts'
import { childBanner } from '../child-banner.ts'
import { idInUrl, page, type PageContext } from '../page.ts'
import { inputFor } from './field-names.ts'
import { readUndo, type LoadedUndo } from './loaded-undo.ts'
import { undoMergeBody } from './undo-merge.html.ts'
import { mergesUrl } from './urls.ts'

type Ids = { readonly childId: string; readonly mergeId: string }
type Answers = Readonly<Record<string, string>>

/** What goes back, what stays, and whose the work since is; then the records are two again. */
export const undoMergePage = page({
  permission: 'child.merge',
  params: z.object({ childId: idInUrl, mergeId: idInUrl }),
  load: async (context, { params }) => await readUndo(context, params),
  form: undoForm,
  initial: ({ rows, fields }) => ({
    ...Object.fromEntries(rows.groups.map(({ id }) => [inputFor('give', id), 'kept'])),
    ...Object.fromEntries(fields.map(({ field }) => [inputFor('whose', field.key), 'kept'])),
    because: '',
  }),
  submit: async (context, answers, { params }) => await undo(context, params, answers),
  view: (loaded, shown, { today }) => ({
    title: `Part two records again: ${displayName(loaded.child)}`,
    identity: childBanner(loaded.child, today),
    backLink: mergesUrl(loaded.child.id),
    body: undoMergeBody(shown, loaded),
  }),
})

function undoForm({ rows, fields }: LoadedUndo): Form<Answers> {
  const gives = rows.groups
    .filter(({ goesTo }) => goesTo === null)
    .map(({ id }) => [
      inputFor('give', id),
      choiceField({ choices: ['kept', 'merged'], missing: 'Choose whose it is' }),
    ])
  const whose = fields
    .filter(({ becomes }) => becomes === 'asked')
    .map(({ field }) => [
      inputFor('whose', field.key),
      choiceField({
        choices: ['kept', 'merged', 'both'],
        missing: `Choose for whom “${field.title}” is right`,
      }),
    ])
  return defineForm({
    fields: {
      ...(Object.fromEntries([...whose, ...gives]) as Record<string, Field<string>>),
      because: longTextField({ missing: 'Say why the records are parted', maxLength: 2000 }),
      seen: hiddenField(),
    },
  })
}

async function undo(context: PageContext, ids: Ids, answers: Answers): Promise<SubmitResult> {
  const { scope, user, now, today } = context
  const { keptId, mergedId } = await findMerge(scope, ids)
  await lockChildren(scope, [keptId, mergedId])
  const { merge, rows, fields, seen, isOfAnother } = await readUndo(context, ids)
  if (isOfAnother) return goTo(mergesUrl(ids.childId))
  if (seen !== answers['seen']) {
    const message =
      'The record has changed since you opened this page. Look at it again, then part the records'
    return refuse({ field: 'because', message })
  }
  const isGiven = (id: string) => answers[inputFor('give', id)] === 'merged'
  const changeIsOf = Object.fromEntries(
    fields.map(({ field }) => [field.key, whoseIn(answers[inputFor('whose', field.key)])]),
  )
  await undoMerge(scope, {
    merge,
    rows,
    given: new Set(rows.groups.map(({ id }) => id).filter(isGiven)),
    values: valuesAfterUndo(fields, changeIsOf),
    because: answers['because'] ?? '',
    undoneBy: user.id,
    at: now,
    today,
  })
  return goTo(mergesUrl(keptId), 'The records are two again')
}

function whoseIn(answer: string | undefined): ChangeIsOf | undefined {
  return answer === 'kept' || answer === 'merged' || answer === 'both' ? answer : undefined
}
