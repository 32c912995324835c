import { formatDate } from '#domain/calendar/format-date.ts'
import { spellTitle } from '#domain/circumstances/describe-spell.ts'
import { whyNotContinue, whyNotEndOn } from '#domain/circumstances/follow-spell.ts'
import { circumstanceKinds } from '#domain/vocabulary/children.ts'
import { dateField } from '#platform/forms/date-field.ts'
import { defineForm } from '#platform/forms/form.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { ask, postForm, whatIsWrong, type Asked } from '#platform/views/ask.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { html, type Html } from '#platform/views/html.ts'
import { endCircumstance, type Circumstance } from '#records/circumstances.ts'
import { childBanner } from '../child-banner.ts'
import { page } from '../page.ts'
import { holdSpell, loadSpell, spellInUrl } from './spell-in-url.ts'
import { changeCircumstanceUrl, circumstancesUrl } from './urls.ts'

const endForm = defineForm({
  fields: { endedOn: dateField({ name: 'The day', missing: 'Enter the day on which it ended' }) },
})

/** Ends a spell that nothing follows. */
export const endCircumstancePage = page({
  permission: 'circumstance.record',
  params: spellInUrl,
  load: (context, { params }) => loadSpell(context, params),
  form: endForm,
  initial: (_loaded, { today }) => endForm.fill({ endedOn: today }),
  submit: async (context, { endedOn }, { params }) => {
    const spell = await holdSpell(context, params)
    const whyNot = whyNotContinue(spell) ?? whyNotEndOn(spell, endedOn, context.today)
    if (whyNot !== null) return refuse({ field: 'endedOn', message: whyNot, parts: ['day'] })
    await endCircumstance(context.scope, params, endedOn)
    return goTo(circumstancesUrl(params.childId), 'Ended')
  },
  view: ({ child, spell }, shown, { today }) => ({
    title: `End: ${circumstanceKinds[spell.kind]}`,
    identity: childBanner(child, today),
    backLink: circumstancesUrl(child.id),
    body: endBody(shown, spell, child.id),
  }),
})

function endBody(asked: Asked, spell: Circumstance, childId: string): Html {
  const heading = html`${whatIsWrong(asked)}
    <span class="govuk-caption-l">${circumstanceKinds[spell.kind]}</span>
    <h1 class="govuk-heading-l">End: ${spellTitle(spell)}</h1>`
  const whyNot = whyNotContinue(spell)
  if (whyNot !== null) return html`${heading} ${insetText({ content: whyNot })}`
  return html`${heading}
    <p class="govuk-body">
      Recorded since ${formatDate(spell.startedOn)}. Nothing follows it. If something else is true
      instead,
      <a class="govuk-link" href="${changeCircumstanceUrl(childId, spell.id)}">record the change</a>.
    </p>
    ${postForm(
      asked,
      { submit: 'End it', cancel: circumstancesUrl(childId) },
      ask(asked).date('endedOn', 'From which day is it no longer so?', { size: 's' }),
    )}`
}
