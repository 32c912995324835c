import { z } from 'zod'
import { spellTitle } from '#domain/circumstances/describe-spell.ts'
import { kindOf } from '#domain/circumstances/kinds.ts'
import { circumstanceKinds, type CircumstanceKind } from '#domain/vocabulary/children.ts'
import { goTo } from '#platform/http/page.ts'
import { postForm, whatIsWrong, type Asked } from '#platform/views/ask.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { html, type Html } from '#platform/views/html.ts'
import { findChild } from '#records/children.ts'
import {
  insertCircumstance,
  listCircumstancesOn,
  type Circumstance,
} from '#records/circumstances.ts'
import { childBanner } from '../child-banner.ts'
import { idInUrl, page } from '../page.ts'
import { fromSectionInUrl, saidForSection } from './from-section.ts'
import { spellForm, spellTyped } from './spell-form.ts'
import { spellQuestions } from './spell-questions.html.ts'
import { backFrom, changeCircumstanceUrl } from './urls.ts'

const kindNames = Object.keys(circumstanceKinds) as CircumstanceKind[]

/** Records something that is or was true of the child. */
export const newCircumstancePage = page({
  permission: 'circumstance.record',
  params: z.object({ childId: idInUrl, circumstanceKind: z.enum(kindNames) }),
  query: fromSectionInUrl,
  load: async ({ scope, user, today }, { params: { childId, circumstanceKind: kind }, query }) => {
    const now = await listCircumstancesOn(scope, childId, today)
    return {
      child: await findChild(scope, user, childId),
      kind,
      back: backFrom(childId, query),
      current: now.filter(spell => spell.kind === kind),
    }
  },
  form: ({ kind }) => spellForm(kind, 'all'),
  initial: ({ kind }, { today }) => spellForm(kind, 'all').fill({ startedOn: today }),
  submit: async (context, value, { params, query, loaded: { back } }) => {
    const { childId, circumstanceKind: kind } = params
    const content = spellTyped(kind, 'all', value)
    const circumstanceId = await insertCircumstance(context.scope, { childId, kind, ...content })
    const { source } = content
    await saidForSection(context, { childId, circumstanceId, source }, query)
    return goTo(back, 'Recorded')
  },
  view: (loaded, shown, { today }) => ({
    title: `Add: ${circumstanceKinds[loaded.kind]}`,
    identity: childBanner(loaded.child, today),
    backLink: loaded.back,
    body: newBody(shown, { ...loaded, childId: loaded.child.id }),
  }),
})

interface Adding {
  readonly childId: string
  readonly kind: CircumstanceKind
  readonly current: readonly Circumstance[]
  readonly back: string
}

function newBody(asked: Asked, { childId, kind, current, back }: Adding): Html {
  return html`${whatIsWrong(asked)}
    <span class="govuk-caption-l">Add</span>
    <h1 class="govuk-heading-l">${circumstanceKinds[kind]}</h1>
    ${current.length > 0 && insetText({ content: nowRecorded(childId, current) })}
    ${postForm(asked, { submit: 'Save', cancel: back }, spellQuestions(asked, kind))}`
}

function nowRecorded(childId: string, current: readonly Circumstance[]): Html {
  const several = current.some(({ kind }) => kindOf(kind).several)
  return html`<p class="govuk-body">Recorded now, and it stays beside what you add:</p>
    <ul class="govuk-list govuk-list--bullet">
      ${current.map(
        spell => html`<li>
          ${spellTitle(spell)}.
          ${
            spell.endedOn === null &&
            html`<a class="govuk-link" href="${changeCircumstanceUrl(childId, spell.id)}"
              >Change it instead<span class="govuk-visually-hidden">: ${spellTitle(spell)}</span></a
            >`
          }
        </li>`,
      )}
    </ul>
    ${!several && html`<p class="govuk-body">Only one of these usually holds at a time.</p>`}`
}
