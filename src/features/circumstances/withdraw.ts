import { formatDate } from '#domain/calendar/format-date.ts'
import { spellTitle } from '#domain/circumstances/describe-spell.ts'
import { whyNotCorrect } from '#domain/circumstances/follow-spell.ts'
import { circumstanceKinds } from '#domain/vocabulary/children.ts'
import { defineForm } from '#platform/forms/form.ts'
import { longTextField } from '#platform/forms/long-text-field.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { ask, postForm, whatIsWrong, type Asked } from '#platform/views/ask.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { html, type Html } from '#platform/views/html.ts'
import { withdrawCircumstance, type Circumstance } from '#records/circumstances.ts'
import { childBanner } from '../child-banner.ts'
import { page } from '../page.ts'
import { holdSpell, loadSpell, spellInUrl } from './spell-in-url.ts'
import { circumstancesUrl, circumstanceUrl, correctCircumstanceUrl } from './urls.ts'

/** Takes back a spell that was recorded in error. It stays in sight, with the reason. */
export const withdrawCircumstancePage = page({
  permission: 'circumstance.record',
  params: spellInUrl,
  load: (context, { params }) => loadSpell(context, params),
  form: defineForm({
    fields: {
      because: longTextField({ name: 'The reason', missing: 'Write why it is withdrawn' }),
    },
  }),
  submit: async (context, { because }, { params }) => {
    const spell = await holdSpell(context, params)
    const whyNot = whyNotCorrect(spell)
    if (whyNot !== null) return refuse({ field: 'because', message: whyNot })
    await withdrawCircumstance(context.scope, params, { on: context.today, because })
    return goTo(circumstancesUrl(params.childId), 'Withdrawn')
  },
  view: ({ child, spell }, shown, { today }) => ({
    title: `Withdraw: ${circumstanceKinds[spell.kind]}`,
    identity: childBanner(child, today),
    backLink: circumstanceUrl(child.id, spell.id),
    body: withdrawBody(shown, spell, child.id),
  }),
})

function withdrawBody(asked: Asked, spell: Circumstance, childId: string): Html {
  const heading = html`${whatIsWrong(asked)}
    <span class="govuk-caption-l"
      >${circumstanceKinds[spell.kind]}, since ${formatDate(spell.startedOn)}</span
    >
    <h1 class="govuk-heading-l">Withdraw: ${spellTitle(spell)}</h1>`
  const whyNot = whyNotCorrect(spell)
  if (whyNot !== null) return html`${heading} ${insetText({ content: whyNot })}`
  return html`${heading}
    <p class="govuk-body">
      For what was never so. It stays in the record as withdrawn and no longer counts. If only the
      words or the days are wrong,
      <a class="govuk-link" href="${correctCircumstanceUrl(childId, spell.id)}">correct it</a>.
    </p>
    ${postForm(
      asked,
      { submit: 'Withdraw', cancel: circumstanceUrl(childId, spell.id), warn: true },
      ask(asked).longText('because', 'Why is it withdrawn?', { size: 's' }),
    )}`
}
