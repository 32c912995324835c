import { z } from 'zod'
import {
  compareForUndo,
  valuesAfterUndo,
  type ChangeIsOf,
  type FieldToUndo,
  type Side,
} from '#domain/merging/identity-fields.ts'
import { choiceField } from '#platform/forms/choice-field.ts'
import { defineForm, type Form } from '#platform/forms/form.ts'
import type { Field } from '#platform/forms/field.ts'
import { hiddenField } from '#platform/forms/hidden-field.ts'
import { longTextField } from '#platform/forms/long-text-field.ts'
import { NotFound } from '#platform/http/errors.ts'
import { goTo, refuse, type SubmitResult } from '#platform/http/page.ts'
import { displayName, findChild, type Child } from '#records/children.ts'
import { findMerge, readOtherMerges, type Merge } from '#records/merging/merges.ts'
import {
  fingerprintOf,
  lockChildren,
  selectIdentities,
  selectNamesOfRows,
  type NamedRow,
} from '#records/merging/rows-of-children.ts'
import { readToUndo, undoMerge, type ToUndo } from '#records/merging/undo-merge.ts'
import { childBanner } from '../child-banner.ts'
import { idInUrl, page, type PageContext } from '../page.ts'
import { inputFor } from './field-names.ts'
import { undoMergeBody } from './undo-merge.html.ts'
import { mergesUrl } from './urls.ts'

type Ids = { readonly childId: string; readonly mergeId: string }
type Answers = Readonly<Record<string, string>>

/** A merge with everything that its undoing is about. */
export interface LoadedUndo {
  readonly child: Child
  readonly merge: Merge
  readonly rows: ToUndo
  /** It was a merge into a record that is itself part of this one: that one has to be parted first. */
  readonly isOfAnother: boolean
  readonly fields: readonly FieldToUndo[]
  /** What the page says of rows recorded since, by id. */
  readonly names: ReadonlyMap<string, NamedRow>
  readonly seen: string
  /** What the child is called in each record once they are parted: the given and the family name of that record. */
  readonly called: { readonly kept: string; readonly merged: string }
}

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

const nothing: ToUndo = { now: [], goingBack: [], since: [], groups: [] }

/** @throws NotFound where there is no such merge, or it is undone already */
async function readUndo({ scope, user }: PageContext, ids: Ids): Promise<LoadedUndo> {
  const child = await findChild(scope, user, ids.childId)
  const merge = await findMerge(scope, ids)
  if (merge.undoneAt !== null) throw new NotFound()
  const isOfAnother = merge.keptId !== child.id
  const rows = isOfAnother ? nothing : await readToUndo(scope, merge)
  const now = (await selectIdentities(scope, [child.id])).get(child.id) ?? {}
  return {
    child,
    merge,
    rows,
    isOfAnother,
    fields: isOfAnother
      ? []
      : compareForUndo(merge.fields, now, await readOtherMerges(scope, merge)),
    names: await selectNamesOfRows(
      scope,
      rows.since.map(({ id }) => id),
    ),
    seen: fingerprintOf([now], rows.now),
    called: {
      kept: nameIn(merge, 'kept', displayName(child)),
      merged: nameIn(merge, 'merged', merge.mergedName),
    },
  }
}

function nameIn({ fields }: Merge, side: Side, otherwise: string): string {
  const names = ['given_name', 'family_name'].map(
    key => fields.find(({ field }) => field === key)?.[side][key],
  )
  return names.every(name => typeof name === 'string') ? names.join(' ') : otherwise
}

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
