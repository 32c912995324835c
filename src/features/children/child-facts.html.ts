import { formatDate } from '#domain/calendar/format-date.ts'
import { careStatuses, circumstanceKinds, ethnicities } from '#domain/vocabulary/children.ts'
import { nameOf } from '#domain/vocabulary/name-of.ts'
import { summaryList, type SummaryListRow } from '#platform/views/components/summary-list.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { ChildRecord } from './child-record.ts'

/** Who this is and what matters to them; what is true now, each with its source. */
export function whoThisIs({ child, circumstances }: ChildRecord): Html {
  const asked =
    child.ethnicityAskedOn === null ? '' : `, asked ${formatDate(child.ethnicityAskedOn)}`
  const rows: SummaryListRow[] = [
    ...textRow('What matters to me', child.whatMatters),
    ...textRow('Best way to reach me', child.bestWayToReach),
    ...textRow('How I understand best', child.communication),
    ...textRow('Full name', `${child.givenName} ${child.familyName}`),
    ...textRow('Ethnicity, in their own words', `${nameOf(ethnicities, child.ethnicity)}${asked}`),
    ...textRow('Language', languageOf(child)),
    ...circumstances.map(spell => ({
      key: nameOf(circumstanceKinds, spell.kind),
      value: html`${spell.kind === 'care-status' ? nameOf(careStatuses, spell.value) : spell.value}${
        spell.detail !== null && html`<br />${spell.detail}`
      }<br /><span class="govuk-hint"
          >Since ${formatDate(spell.startedOn)}. Source: ${spell.source}</span
        >`,
    })),
  ]
  return html`<section class="app-card app-card--quiet">
    <h2 class="app-card__title">Who this is</h2>
    ${summaryList({ rows, classes: 'govuk-summary-list--no-border' })}
  </section>`
}

function languageOf({ firstLanguage, needsInterpreter }: ChildRecord['child']): string | null {
  if (firstLanguage === null) return null
  return needsInterpreter ? `${firstLanguage}, with an interpreter` : firstLanguage
}

function textRow(key: string, value: string | null): SummaryListRow[] {
  return value === null ? [] : [{ key, value }]
}
