import { z } from 'zod'
import { formatDate } from '#domain/calendar/format-date.ts'
import { choiceField } from '#platform/forms/choice-field.ts'
import { defineForm } from '#platform/forms/form.ts'
import { longTextField } from '#platform/forms/long-text-field.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { findChild } from '#records/children.ts'
import { lockRow } from '#records/lock-row.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Scope } from '#records/scope.ts'
import { childBanner } from '../child-banner.ts'
import { childInUrl, page, type PageContext } from '../page.ts'
import { addEntriesBody, whyNumber } from './add-entries.html.ts'
import { readChosen, type Ticked } from './chosen-entries.ts'
import {
  findChronology,
  insertChronology,
  insertEntries,
  listChronologies,
} from './chronology-queries.ts'
import { editChronologyUrl, timelineUrl } from './urls.ts'

/** An entry as the timeline names it: kind, part and id. */
const entryKey = z.string().regex(/^[a-z-]+\.[a-z-]+~[0-9a-f-]{36}$/)

/** As many as a page of the timeline has, and a day that has more. */
const chosenAtMost = 200

const chosenQuery = z.object({
  entry: z
    .union([z.array(entryKey).max(chosenAtMost), entryKey.transform(key => [key])])
    .default([]),
})

/** Takes what was ticked on the timeline into a chronology, each with why it matters. */
export const addEntriesPage = page({
  permission: 'chronology.write',
  params: childInUrl,
  query: chosenQuery,
  load: async (context, { params: { childId }, query }) => {
    const { scope, user } = context
    const chronologies = await listChronologies(scope, childId)
    return {
      child: await findChild(scope, user, childId),
      drafts: chronologies.filter(({ finishedOn }) => finishedOn === null),
      ticked: await readTicked(context, childId, query.entry),
    }
  },
  form: ({ drafts, ticked }) =>
    defineForm({
      fields: {
        chronology: choiceField({
          choices: [...drafts.map(({ id }) => id), 'new'],
          missing: 'Choose a chronology',
        }),
        ...Object.fromEntries(
          ticked.map((_, index) => [
            whyNumber(index),
            longTextField({ name: 'Why it matters', optional: true }),
          ]),
        ),
      },
    }),
  initial: ({ drafts }) => ({ chronology: drafts[0]?.id ?? 'new' }),
  submit: async ({ scope, user, today }, value, { params: { childId }, loaded: { ticked } }) => {
    if (ticked.length === 0) {
      return refuse({ field: 'chronology', message: 'Tick something on the timeline first' })
    }
    const chronologyId =
      value.chronology === 'new'
        ? await startOne(scope, { childId, authorId: user.id, today })
        : await openDraft(scope, { childId, chronologyId: value.chronology })
    if (chronologyId === null) {
      return refuse({
        field: 'chronology',
        message: 'Somebody has finished it meanwhile. Choose another',
      })
    }
    const why = whyOf(value)
    await insertEntries(
      scope,
      chronologyId,
      ticked.map(({ on, sourceKind, sourceId }, index) => ({
        on,
        sourceKind,
        sourceId,
        what: null,
        toldBy: null,
        whyItMatters: why(index),
      })),
    )
    const entry = { childId, subjectId: chronologyId }
    await insertAuditEntry(scope, { action: 'chronology.added-to', ...entry })
    return goTo(editChronologyUrl(childId, chronologyId), 'Added')
  },
  view: ({ child, drafts, ticked }, shown, { today }) => ({
    title: 'Add to a chronology',
    identity: childBanner(child, today),
    backLink: timelineUrl(child.id),
    body: addEntriesBody(shown, { childId: child.id, drafts, ticked }),
  }),
})

/** What was ticked and is there for this reader, by day. */
async function readTicked(
  { scope, user }: PageContext,
  childId: string,
  keys: readonly string[],
): Promise<Ticked[]> {
  const refs = [...new Set(keys)].map(key => {
    const [sourceKind = '', sourceId = ''] = key.split('~')
    return { sourceKind, sourceId }
  })
  const words = await readChosen(scope, { childId, reader: user, names: 'as-visible' }, refs)
  return refs
    .flatMap(ref => {
      const said = words.get(`${ref.sourceKind}~${ref.sourceId}`)
      return said === undefined ? [] : [{ ...ref, ...said }]
    })
    .toSorted((a, b) => a.on.since(b.on).sign)
}

function whyOf(value: Readonly<Record<string, unknown>>) {
  return (index: number): string | null => {
    const why = value[whyNumber(index)]
    return typeof why === 'string' ? why : null
  }
}

async function startOne(
  scope: Scope,
  about: { readonly childId: string; readonly authorId: string; readonly today: PlainDate },
): Promise<string> {
  const { childId, authorId, today } = about
  return await insertChronology(scope, {
    childId,
    authorId,
    title: `Chronology of ${formatDate(today)}`,
    startedOn: today,
    copiedFromId: null,
    purpose: null,
    audience: null,
    pattern: null,
    childView: null,
  })
}

/** The draft, held for this change; null: it was finished meanwhile. */
async function openDraft(
  scope: Scope,
  about: { readonly childId: string; readonly chronologyId: string },
): Promise<string | null> {
  await lockRow(scope, 'chronologies', about.chronologyId)
  const { id, finishedOn } = await findChronology(scope, about)
  return finishedOn === null ? id : null
}
