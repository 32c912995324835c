import { whyNotCorrect } from '#domain/circumstances/follow-spell.ts'
import { kindOf } from '#domain/circumstances/kinds.ts'
import type { FactField } from '#domain/circumstances/circumstance-kind.ts'
import { circumstanceKinds } from '#domain/vocabulary/children.ts'
import { circumstanceSources } from '#domain/vocabulary/circumstances.ts'
import { nameOf } from '#domain/vocabulary/name-of.ts'
import { dateParts } from '#platform/forms/date-parts.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { postForm, whatIsWrong, type Asked } from '#platform/views/ask.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { html, type Html } from '#platform/views/html.ts'
import { correctCircumstance, lockCircumstance, type Circumstance } from '#records/circumstances.ts'
import { childBanner } from '../child-banner.ts'
import { findLastSaved } from '../last-saved.ts'
import { page } from '../page.ts'
import { spellForm, spellHeld, spellTyped } from './spell-form.ts'
import { holdSpell, loadSpell, spellInUrl } from './spell-in-url.ts'
import { spellQuestions } from './spell-questions.html.ts'
import { changeCircumstanceUrl, circumstanceUrl } from './urls.ts'

/** Writes a spell anew because it was written down wrong. What it said before stays to be read. */
export const correctCircumstancePage = page({
  permission: 'circumstance.record',
  params: spellInUrl,
  load: (context, { params }) => loadSpell(context, params),
  form: ({ spell }) => spellForm(spell.kind, 'all'),
  initial: ({ spell }) => spellHeld(spell.kind, spell),
  version: {
    lock: ({ scope }, { circumstanceId }) => lockCircumstance(scope, circumstanceId),
    holds: ({ spell }) => (whyNotCorrect(spell) === null ? spellHeld(spell.kind, spell) : null),
    questions: ({ spell: { kind } }) => [
      ...[kindOf(kind).main, ...kindOf(kind).facts].map(compared),
      { field: 'startedOn', title: 'From which day?', parts: dateParts },
      { field: 'endedOn', title: 'Until which day?', parts: dateParts },
      { field: 'source', title: 'Who told us?', words: circumstanceSources },
      { field: 'otherSource', title: 'Who told us?' },
      { field: 'detail', title: 'Is there more to say?' },
    ],
    lastSaved: async ({ scope }, { child, spell }) =>
      await findLastSaved(scope, {
        action: 'circumstance.corrected',
        childId: child.id,
        subjectId: spell.id,
      }),
  },
  submit: async (context, value, { params }) => {
    const spell = await holdSpell(context, params)
    const whyNot = whyNotCorrect(spell)
    if (whyNot !== null) return refuse({ field: 'detail', message: whyNot })
    await correctCircumstance(context.scope, params, spellTyped(spell.kind, 'all', value))
    return goTo(circumstanceUrl(params.childId, params.circumstanceId), 'Corrected')
  },
  view: ({ child, spell }, shown, { today }) => ({
    title: `Correct: ${circumstanceKinds[spell.kind]}`,
    identity: childBanner(child, today),
    backLink: circumstanceUrl(child.id, spell.id),
    body: correctBody(shown, spell, child.id),
  }),
})

function compared(field: FactField) {
  const named = { field: field.id, title: field.question }
  if (field.type === 'date') return { ...named, parts: dateParts }
  if (field.type !== 'code') return named
  const words = Object.keys(field.codes).map(code => [code, nameOf(field.codes, code)])
  return { ...named, words: Object.fromEntries(words) as Record<string, string> }
}

function correctBody(asked: Asked, spell: Circumstance, childId: string): Html {
  const heading = html`${whatIsWrong(asked)}
    <span class="govuk-caption-l">Correct or complete what is written</span>
    <h1 class="govuk-heading-l">${circumstanceKinds[spell.kind]}</h1>`
  const whyNot = whyNotCorrect(spell)
  if (whyNot !== null) return html`${heading} ${insetText({ content: whyNot })}`
  return html`${heading}
    <p class="govuk-body">
      For what was written down wrong or is still missing. What it says now is kept.
      ${
        spell.endedOn === null &&
        html`If it was right and something changed,
          <a class="govuk-link" href="${changeCircumstanceUrl(childId, spell.id)}"
            >record the change</a
          >.`
      }
    </p>
    ${postForm(
      asked,
      { submit: 'Save', cancel: circumstanceUrl(childId, spell.id) },
      spellQuestions(asked, spell.kind),
    )}`
}
