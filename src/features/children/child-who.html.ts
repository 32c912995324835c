import { formatDate } from '#domain/calendar/format-date.ts'
import { ethnicities } from '#domain/vocabulary/children.ts'
import { nameOf } from '#domain/vocabulary/name-of.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Child } from '#records/children.ts'
import { card, childSection } from './child-section.ts'

/** Who this is and what matters to them, in their own words first. */
export const whoSection = childSection({
  permission: 'child.open',
  load: async () => await Promise.resolve(null),
  card: (_loaded, child) =>
    card({
      title: 'Who I am',
      classes: 'app-card--quiet',
      content: html`${child.whatMatters !== null && html`<p class="app-child-card__voice">${child.whatMatters}</p>`}
        <dl class="app-child-facts">
          ${fact('Reach me', child.bestWayToReach)} 
          ${fact('Language', languageOf(child))} ${fact('Full name', fullNameOf(child))}
          ${fact('Ethnicity', ethnicityOf(child))}
        </dl>`,
    }),
})

function fact(name: string, value: string | null): Html | null {
  if (value === null) return null
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`
}

function languageOf({ firstLanguage, needsInterpreter }: Child): string | null {
  if (firstLanguage === null) return null
  return needsInterpreter ? `${firstLanguage}, with an interpreter` : firstLanguage
}

/** Said only where the banner says another. */
function fullNameOf({ givenName, familyName, knownAs }: Child): string | null {
  return knownAs === null || knownAs === givenName ? null : `${givenName} ${familyName}`
}

function ethnicityOf({ ethnicity, ethnicityAskedOn }: Child): string {
  const asked = ethnicityAskedOn === null ? '' : `, asked ${formatDate(ethnicityAskedOn)}`
  return `${nameOf(ethnicities, ethnicity)}${asked}`
}
