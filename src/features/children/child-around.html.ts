import { professionalKinds, relationshipKinds } from '#domain/vocabulary/children.ts'
import { nameOf } from '#domain/vocabulary/name-of.ts'
import { details } from '#platform/views/components/details.ts'
import { html, type Html } from '#platform/views/html.ts'
import { aroundOn, listRelationships, type Relationship } from '#records/relationships.ts'
import { peopleUrl } from '../people/urls.ts'
import { card, childSection } from './child-section.ts'
import { childUrl } from './urls.ts'

/** So many of the family and of the professionals are named at once. */
const shownAtOnce = 3

/** Who is around the child now: family and carers, those with parental responsibility first, then professionals. */
export const aroundSection = childSection({
  permission: 'child.open',
  load: async ({ scope, user, today }, { id }) =>
    aroundOn(await listRelationships(scope, user, id), today),
  card: (people, { id }) => {
    const isProfessional = ({ kind }: Relationship) => professionalKinds.includes(kind)
    const family = people.filter(person => !isProfessional(person))
    const professionals = people.filter(isProfessional)
    return card({
      title: 'Who is around me',
      more: { url: peopleUrl(id), words: 'Everybody around me' },
      content:
        people.length === 0
          ? html`<p>Nobody is recorded yet.</p>`
          : html`${listOf(family, 'family and friends')} ${listOf(professionals, 'professionals')}`,
    })
  },
})

function listOf(people: readonly Relationship[], whom: string): Html | null {
  if (people.length === 0) return null
  const items = people.map(personItem)
  const rest = items.slice(shownAtOnce)
  return html`<ul class="app-child-list">
      ${items.slice(0, shownAtOnce)}
    </ul>
    ${
      rest.length > 0 &&
      details({
        classes: 'app-why',
        summary: `${rest.length} more ${whom}`,
        content: html`<ul class="app-child-list">
          ${rest}
        </ul>`,
      })
    }`
}

function personItem(person: Relationship): Html {
  const { name, knownChildId } = person
  return html`<li>
    ${
      knownChildId === null
        ? html`<strong>${name}</strong>`
        : html`<a class="govuk-link" href="${childUrl(knownChildId)}">${name}</a>`
    }
    <span class="app-child-list__when">${factsOf(person).join(', ')}</span>
    ${!person.mayBeContacted && html`<strong>Do not contact</strong>`}
  </li>`
}

function factsOf(person: Relationship): string[] {
  return [
    nameOf(relationshipKinds, person.kind),
    person.diedOn !== null && 'has died',
    person.hasParentalResponsibility && 'parental responsibility',
    person.livesWithChild && 'lives with me',
    person.phone,
  ].filter(fact => fact !== false && fact !== null)
}
