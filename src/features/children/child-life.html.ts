import { formatShortDate } from '#domain/calendar/format-date.ts'
import { careStatuses, circumstanceKinds } from '#domain/vocabulary/children.ts'
import { nameOf } from '#domain/vocabulary/name-of.ts'
import { html, type Html } from '#platform/views/html.ts'
import { selectLifeNow, type SpellNow } from './child-life-query.ts'
import { card, childSection } from './child-section.ts'
import { shorten } from './shorten.ts'

const detailShown = 70

/** What is true of the child now, and since when. */
export const lifeSection = childSection({
  permission: 'child.open',
  load: async ({ scope }, { id }) => await selectLifeNow(scope, id),
  card: spells =>
    card({
      title: 'My life now',
      content:
        spells.length === 0
          ? html`<p>Nothing is recorded yet.</p>`
          : html`<dl class="app-child-facts">${spells.map(spellFact)}</dl>`,
    }),
})

function spellFact({ kind, value, detail, startedOn }: SpellNow): Html {
  return html`<div>
    <dt>${nameOf(circumstanceKinds, kind)}</dt>
    <dd>
      ${kind === 'care-status' ? nameOf(careStatuses, value) : value}${
        detail !== null && `. ${shorten(detail, detailShown)}`
      }
      <span class="app-child-facts__since">since ${formatShortDate(startedOn)}</span>
    </dd>
  </div>`
}
