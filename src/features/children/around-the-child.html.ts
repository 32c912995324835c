import { relationshipKinds } from '#domain/vocabulary/children.ts'
import { nameOf } from '#domain/vocabulary/name-of.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Relationship } from '#records/relationships.ts'
import { peopleUrl } from '../people/urls.ts'
import { childUrl } from './urls.ts'

/** The people around the child now, those with parental responsibility first. */
export function aroundTheChild(childId: string, relationships: readonly Relationship[]): Html {
  return html`<section class="app-card">
    <h2 class="app-card__title">Who is around</h2>
    ${
      relationships.length === 0
        ? html`<p class="govuk-body">Nobody is recorded yet.</p>`
        : html`<ul class="govuk-list govuk-list--spaced">
            ${relationships.map(personLine)}
          </ul>`
    }
    <p class="govuk-body">
      <a class="govuk-link" href="${peopleUrl(childId)}">People around them, family and professionals</a>
    </p>
  </section>`
}

function personLine(person: Relationship): Html {
  const { knownChildId, name } = person
  const facts = [
    nameOf(relationshipKinds, person.kind),
    person.diedOn !== null && 'has died',
    person.hasParentalResponsibility && 'parental responsibility',
    person.livesWithChild && 'lives with the child',
    person.phone,
  ].filter(fact => fact !== false && fact !== null)
  return html`<li>
    <strong
      >${knownChildId === null ? name : html`<a class="govuk-link" href="${childUrl(knownChildId)}">${name}</a>`}</strong
    ><br />${facts.join(', ')}${
      !person.mayBeContacted &&
      html`<br /><strong>Do not contact</strong>${person.note !== null && `: ${person.note}`}`
    }
  </li>`
}
