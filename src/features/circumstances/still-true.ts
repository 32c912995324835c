import { z } from 'zod'
import { formatDate } from '#domain/calendar/format-date.ts'
import { spellTitle } from '#domain/circumstances/describe-spell.ts'
import { circumstanceKinds } from '#domain/vocabulary/children.ts'
import { choicesField } from '#platform/forms/choices-field.ts'
import { dateField } from '#platform/forms/date-field.ts'
import { defineForm } from '#platform/forms/form.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { ask, postForm, whatIsWrong, type Asked } from '#platform/views/ask.ts'
import { html, type Html } from '#platform/views/html.ts'
import { findChild } from '#records/children.ts'
import {
  confirmCircumstance,
  listCircumstancesOn,
  type Circumstance,
} from '#records/circumstances.ts'
import { childBanner } from '../child-banner.ts'
import { idInUrl, page } from '../page.ts'
import { sourceFields, sourceInWords, sourceProblems, sourceQuestion } from './source-question.ts'
import { circumstancesUrl } from './urls.ts'

function stillTrueForm(spells: readonly Circumstance[]) {
  return defineForm({
    fields: {
      spells: choicesField({
        choices: spells.map(({ id }) => id),
        missing: 'Tick what is still true',
      }),
      confirmedOn: dateField({
        name: 'The day',
        missing: 'Enter the day on which they said it',
        mustBe: 'today or in the past',
      }),
      ...sourceFields,
    },
    check: sourceProblems,
  })
}

/** One tick for each thing that somebody said again: after a visit, all of them at once. */
export const stillTruePage = page({
  permission: 'circumstance.record',
  params: z.object({ childId: idInUrl }),
  query: z.object({ of: idInUrl.optional() }),
  load: async ({ scope, user, today }, { params: { childId }, query }) => ({
    child: await findChild(scope, user, childId),
    spells: await listCircumstancesOn(scope, childId, today),
    ticked: query.of,
  }),
  form: ({ spells }) => stillTrueForm(spells),
  initial: ({ spells, ticked }, { today }) =>
    stillTrueForm(spells).fill({
      spells: spells.map(({ id }) => id).filter(id => id === ticked),
      confirmedOn: today,
    }),
  submit: async ({ scope }, value, { params: { childId }, loaded: { spells } }) => {
    const ticked = spells.filter(({ id }) => value.spells.includes(id))
    const late = ticked.find(({ startedOn }) => startedOn.since(value.confirmedOn).sign > 0)
    if (late !== undefined) return refuse({ field: 'confirmedOn', message: beganLater(late) })
    const said = { on: value.confirmedOn, source: sourceInWords(value) }
    for (const { id } of ticked) {
      await confirmCircumstance(scope, { childId, circumstanceId: id }, said)
    }
    return goTo(circumstancesUrl(childId), 'Recorded as still true')
  },
  view: ({ child, spells }, shown, { today }) => ({
    title: 'Still true?',
    identity: childBanner(child, today),
    backLink: circumstancesUrl(child.id),
    body: stillTrueBody(shown, spells, circumstancesUrl(child.id)),
  }),
})

function beganLater(spell: Circumstance): string {
  return `“${spellTitle(spell)}” began on ${formatDate(spell.startedOn)}. The day must be then or later`
}

function stillTrueBody(asked: Asked, spells: readonly Circumstance[], back: string): Html {
  const heading = html`${whatIsWrong(asked)}
    <h1 class="govuk-heading-l">Still true?</h1>`
  if (spells.length === 0) {
    return html`${heading}
      <p class="govuk-body">Nothing is recorded that could still be true.</p>`
  }
  const question = ask(asked)
  const choices = spells.map(spell => ({
    value: spell.id,
    content: `${circumstanceKinds[spell.kind]}: ${spellTitle(spell)}`,
    hint: `Since ${formatDate(spell.startedOn)}`,
  }))
  return html`${heading}
  ${postForm(
    asked,
    { submit: 'Save', cancel: back },
    html`${question.several('spells', 'Tick what somebody said is still so', choices, { size: 's' })}
    ${question.date('confirmedOn', 'On which day did they say it?', { size: 's' })}
    ${sourceQuestion(asked, 'Who said it?')}`,
  )}`
}
