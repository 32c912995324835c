import { formatDate } from '#domain/calendar/format-date.ts'
import { ethnicities, relationshipKinds } from '#domain/vocabulary/children.ts'
import { nameOf } from '#domain/vocabulary/name-of.ts'
import { summaryList, type SummaryListRow } from '#platform/views/components/summary-list.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { ChildRecord } from './child-record.ts'
import { childUrl } from './urls.ts'

/** Who this is and what matters to them. */
export function whoThisIs({ child }: ChildRecord): Html {
  const asked =
    child.ethnicityAskedOn === null ? '' : `, asked ${formatDate(child.ethnicityAskedOn)}`
  const rows: SummaryListRow[] = [
    ...textRow('What matters to me', child.whatMatters),
    ...textRow('Best way to reach me', child.bestWayToReach),
    ...textRow('How I understand best', child.communication),
    ...textRow('Full name', `${child.givenName} ${child.familyName}`),
    ...textRow('Ethnicity, in their own words', `${nameOf(ethnicities, child.ethnicity)}${asked}`),
    ...textRow('Language', languageOf(child)),
  ]
  return html`<section class="app-card app-card--quiet">
    <h2 class="app-card__title">Who this is</h2>
    ${summaryList({ rows, classes: 'govuk-summary-list--no-border' })}
  </section>`
}

/** The people around the child now, those with parental responsibility first. */
export function aroundTheChild(relationships: ChildRecord['relationships']): Html {
  const people = relationships.map(person => {
    const name =
      person.relatedChildId === null
        ? html`${person.name}`
        : html`<a class="govuk-link" href="${childUrl(person.relatedChildId)}">${person.name}</a>`
    const facts = [
      nameOf(relationshipKinds, person.kind),
      person.hasParentalResponsibility && 'parental responsibility',
      person.livesWithChild && 'lives with the child',
      person.phone,
    ].filter(fact => fact !== false && fact !== null)
    return html`<li><strong>${name}</strong><br />${facts.join(', ')}</li>`
  })
  return html`<section class="app-card">
    <h2 class="app-card__title">Who is around</h2>
    ${
      people.length === 0
        ? html`<p class="govuk-body">Nobody is recorded yet.</p>`
        : html`<ul class="govuk-list govuk-list--spaced">
            ${people}
          </ul>`
    }
  </section>`
}

function languageOf({ firstLanguage, needsInterpreter }: ChildRecord['child']): string | null {
  if (firstLanguage === null) return null
  return needsInterpreter ? `${firstLanguage}, with an interpreter` : firstLanguage
}

function textRow(key: string, value: string | null): SummaryListRow[] {
  return value === null ? [] : [{ key, value }]
}
