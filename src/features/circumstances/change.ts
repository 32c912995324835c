import { formatDate } from '#domain/calendar/format-date.ts'
import { spellTitle } from '#domain/circumstances/describe-spell.ts'
import { whyNotContinue, whyNotEndOn } from '#domain/circumstances/follow-spell.ts'
import { circumstanceKinds } from '#domain/vocabulary/children.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { postForm, whatIsWrong, type Asked } from '#platform/views/ask.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { html, type Html } from '#platform/views/html.ts'
import { endCircumstance, insertCircumstance, type Circumstance } from '#records/circumstances.ts'
import { childBanner } from '../child-banner.ts'
import { page } from '../page.ts'
import { fromSectionInUrl, saidForSection } from './from-section.ts'
import { changeBegun, spellForm, spellTyped } from './spell-form.ts'
import { holdSpell, loadSpell, spellInUrl } from './spell-in-url.ts'
import { changeQuestions } from './spell-questions.html.ts'
import { backFrom } from './urls.ts'

/** What is true instead from a day on. The old spell ends on the day on which the new one begins, by itself. */
export const changeCircumstancePage = page({
  permission: 'circumstance.record',
  params: spellInUrl,
  query: fromSectionInUrl,
  load: async (context, { params, query }) => ({
    ...(await loadSpell(context, params)),
    back: backFrom(params.childId, query),
  }),
  form: ({ spell }) => spellForm(spell.kind, 'change'),
  initial: ({ spell }, { today }) => changeBegun(spell.kind, spell.facts, today),
  submit: async (context, value, { params, query, loaded: { back } }) => {
    const { scope, today } = context
    const { childId } = params
    const spell = await holdSpell(context, params)
    const content = spellTyped(spell.kind, 'change', value)
    const whyNot = whyNotContinue(spell) ?? whyNotEndOn(spell, content.startedOn, today)
    if (whyNot !== null) return refuse({ field: 'startedOn', message: whyNot, parts: ['day'] })
    await endCircumstance(scope, params, content.startedOn)
    const circumstanceId = await insertCircumstance(scope, {
      childId,
      kind: spell.kind,
      ...content,
    })
    const { source } = content
    await saidForSection(context, { childId, circumstanceId, source }, query)
    return goTo(back, 'Recorded. What was before has ended')
  },
  view: ({ child, spell, back }, shown, { today }) => ({
    title: `Change: ${circumstanceKinds[spell.kind]}`,
    identity: childBanner(child, today),
    backLink: back,
    body: changeBody(shown, spell, back),
  }),
})

function changeBody(asked: Asked, spell: Circumstance, backUrl: string): Html {
  const heading = html`${whatIsWrong(asked)}
    <span class="govuk-caption-l">Something changed</span>
    <h1 class="govuk-heading-l">${circumstanceKinds[spell.kind]}</h1>`
  const whyNot = whyNotContinue(spell)
  if (whyNot !== null) return html`${heading} ${insetText({ content: whyNot })}`
  return html`${heading}
    <p class="govuk-body">
      Until now: <strong>${spellTitle(spell)}</strong>, since ${formatDate(spell.startedOn)}. It ends
      on the day on which the new one begins.
    </p>
    ${postForm(asked, { submit: 'Save', cancel: backUrl }, changeQuestions(asked, spell.kind))}`
}
