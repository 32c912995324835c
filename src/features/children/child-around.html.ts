import { professionalKinds, relationshipKinds } from '#domain/vocabulary/children.ts'
import { nameOf } from '#domain/vocabulary/name-of.ts'
import { details } from '#platform/views/components/details.ts'
import { html, type Html } from '#platform/views/html.ts'
import { selectVisibleAmong } from '#records/visible-children.ts'
import { selectAround, type PersonAround } from './child-around-query.ts'
import { card, childSection } from './child-section.ts'
import { childUrl } from './urls.ts'

/** So many of the family and of the professionals are named at once. */
const shownAtOnce = 3

/** Who is around the child now: family and carers, those with parental responsibility first, then professionals. */
export const aroundSection = childSection({
  permission: 'child.open',
  load: async ({ scope, user }, { id }) => {
    const people = await selectAround(scope, id)
    const others = people.flatMap(({ relatedChildId }) => relatedChildId ?? [])
    const visible: ReadonlySet<string> =
      others.length === 0 ? new Set() : await selectVisibleAmong(scope, user, others)
    return { people, visible }
  },
  card: ({ people, visible }) => {
    const isProfessional = ({ kind }: PersonAround) =>
      (professionalKinds as readonly string[]).includes(kind)
    const family = people.filter(person => !isProfessional(person))
    const professionals = people.filter(isProfessional)
    return card({
      title: 'Who is around me',
      content:
        people.length === 0
          ? html`<p>Nobody is recorded yet.</p>`
          : html`${listOf(family, visible, 'family and friends')} ${listOf(professionals, visible, 'professionals')}`,
    })
  },
})

function listOf(
  people: readonly PersonAround[],
  visible: ReadonlySet<string>,
  whom: string,
): Html | null {
  if (people.length === 0) return null
  const items = people.map(person => personItem(person, visible))
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

/** Another child of the service is a link only for those who may open that child. */
function personItem(person: PersonAround, visible: ReadonlySet<string>): Html {
  const { name, relatedChildId } = person
  const facts = [
    nameOf(relationshipKinds, person.kind),
    person.hasParentalResponsibility && 'parental responsibility',
    person.livesWithChild && 'lives with me',
    person.phone,
  ].filter(fact => fact !== false && fact !== null)
  return html`<li>
    ${
      relatedChildId !== null && visible.has(relatedChildId)
        ? html`<a class="govuk-link" href="${childUrl(relatedChildId)}">${name}</a>`
        : html`<strong>${name}</strong>`
    }
    <span class="app-child-list__when">${facts.join(', ')}</span>
  </li>`
}
