import { may } from '#domain/access/permissions.ts'
import { formatShortDate } from '#domain/calendar/format-date.ts'
import { spellFacts, spellTitle } from '#domain/circumstances/describe-spell.ts'
import { circumstanceKinds } from '#domain/vocabulary/children.ts'
import { html, type Html } from '#platform/views/html.ts'
import { listCircumstancesOn, type Circumstance } from '#records/circumstances.ts'
import { changeUrlOf, circumstancesUrl } from '../circumstances/urls.ts'
import { card, childSection } from './child-section.ts'
import { shorten } from './shorten.ts'

const factsShown = 70

/** What is true of the child now, since when, and the way to say that it changed. */
export const lifeSection = childSection({
  permission: 'child.open',
  load: async ({ scope, today }, { id }) => await listCircumstancesOn(scope, id, today),
  card: (spells, { id }, { user }) =>
    card({
      title: 'My life now',
      more: may(user.role, 'circumstance.open')
        ? { url: circumstancesUrl(id), words: 'All that was and is true' }
        : null,
      content:
        spells.length === 0
          ? html`<p>Nothing is recorded yet.</p>`
          : html`<dl class="app-child-facts">
              ${spells.map(spell => spellFact(id, spell, may(user.role, 'circumstance.record')))}
            </dl>`,
    }),
})

function spellFact(childId: string, spell: Circumstance, mayRecord: boolean): Html {
  const more = [spellFacts(spell), spell.detail ?? ''].filter(text => text !== '').join('. ')
  return html`<div>
    <dt>${circumstanceKinds[spell.kind]}</dt>
    <dd>
      ${spellTitle(spell)}${more !== '' && `: ${shorten(more, factsShown)}`}
      <span class="app-child-facts__since">since ${formatShortDate(spell.startedOn)}</span>
      ${mayRecord && spell.endedOn === null && changeLink(childId, spell)}
    </dd>
  </div>`
}

function changeLink(childId: string, spell: Circumstance): Html {
  return html`<a class="govuk-link" href="${changeUrlOf(childId, spell)}"
    >Change<span class="govuk-visually-hidden">
      ${circumstanceKinds[spell.kind].toLowerCase()}, ${spellTitle(spell)}</span
    ></a
  >`
}
