import { z } from 'zod'
import { defineForm } from '#platform/forms/form.ts'
import { goTo } from '#platform/http/page.ts'
import { postForm, whatIsWrong, type Asked } from '#platform/views/ask.ts'
import { html, type Html } from '#platform/views/html.ts'
import { findChild } from '#records/children.ts'
import { childBanner } from '../child-banner.ts'
import { childInUrl, idInUrl, page } from '../page.ts'
import { aboutQuestions } from './about-questions.html.ts'
import { aboutFields } from './chronology-form.ts'
import {
  findChronology,
  insertChronology,
  insertEntries,
  selectKeptEntries,
  type Chronology,
} from './chronology-queries.ts'
import { chronologiesUrl, chronologyUrl, timelineUrl } from './urls.ts'

const newForm = defineForm({ fields: aboutFields })

/** Starts a chronology, or the next one as a copy of one that is finished. */
export const newChronologyPage = page({
  permission: 'chronology.write',
  params: childInUrl,
  query: z.object({ copy: idInUrl.optional() }),
  load: async ({ scope, user }, { params: { childId }, query: { copy } }) => ({
    child: await findChild(scope, user, childId),
    copied:
      copy === undefined ? null : await findChronology(scope, { childId, chronologyId: copy }),
  }),
  form: newForm,
  initial: ({ copied }) => (copied === null ? newForm.empty() : newForm.fill(copied as object)),
  submit: async ({ scope, user, today }, value, { params: { childId }, loaded: { copied } }) => {
    const id = await insertChronology(scope, {
      ...value,
      childId,
      copiedFromId: copied?.id ?? null,
      pattern: copied?.pattern ?? null,
      childView: copied?.childView ?? null,
      authorId: user.id,
      startedOn: today,
    })
    if (copied === null) return goTo(timelineUrl(childId), 'Started. Tick what belongs in it')
    const entries = await selectKeptEntries(scope, copied.id)
    await insertEntries(
      scope,
      id,
      entries.map(({ id: _, ...entry }) => asChosen(entry)),
    )
    return goTo(chronologyUrl(childId, id), 'Started as a copy')
  },
  view: ({ child, copied }, shown, { today }) => ({
    title: 'Start a chronology',
    identity: childBanner(child, today),
    backLink: chronologiesUrl(child.id),
    body: newBody(shown, copied),
  }),
})

/** What was chosen says again what the record says now; what was written in keeps its words. */
function asChosen<
  Entry extends { sourceKind: string | null; what: string | null; toldBy: string | null },
>(entry: Entry): Entry {
  return entry.sourceKind === null ? entry : { ...entry, what: null, toldBy: null }
}

function newBody(asked: Asked, copied: Chronology | null): Html {
  return html`${whatIsWrong(asked)}
    <h1 class="govuk-heading-l">Start a chronology</h1>
    ${
      copied !== null &&
      html`<p class="govuk-body">
        As a copy of “${copied.title}”, with its entries and its analysis. That one stays as it is.
      </p>`
    }
    ${postForm(asked, { submit: 'Start' }, aboutQuestions(asked))}`
}
