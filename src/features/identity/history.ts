import { formatDate } from '#domain/calendar/format-date.ts'
import { parsePlainDate } from '#domain/calendar/plain-date.ts'
import { identifierKinds } from '#domain/vocabulary/children.ts'
import { nameOf } from '#domain/vocabulary/name-of.ts'
import { html } from '#platform/views/html.ts'
import { findChild } from '#records/children.ts'
import { listFieldChanges, type FieldChange } from '#records/row-changes.ts'
import { changesTable, type ChangeInWords } from '../changes-table.ts'
import { childBanner } from '../child-banner.ts'
import { childInUrl, page } from '../page.ts'
import { selectIdentifiers, type Identifier } from './identifier-queries.ts'
import { identityField, valueInWords } from './identity-words.ts'
import { identityUrl } from './urls.ts'

/** What was written of who the child is before, by whom it was changed, and when. */
export const identityHistoryPage = page({
  permission: 'identity.open',
  params: childInUrl,
  load: async ({ scope, user }, { params: { childId } }) => {
    const identifiers = await selectIdentifiers(scope, user, childId)
    const numbers = identifiers.map(({ id }) => id)
    return {
      child: await findChild(scope, user, childId),
      identifiers,
      ofChild: await listFieldChanges(scope, 'children', [childId]),
      ofNumbers: await listFieldChanges(scope, 'childIdentifiers', numbers),
    }
  },
  view: ({ child, identifiers, ofChild, ofNumbers }, _shown, { today }) => ({
    title: 'Earlier versions',
    identity: childBanner(child, today),
    backLink: identityUrl(child.id),
    body: html`<h1 class="govuk-heading-l">Earlier versions</h1>
      <p class="govuk-body-l">
        What was written here before. Nothing is ever overwritten without a trace.
      </p>
      ${changesTable(
        [...ofChild.flatMap(identityChange), ...numberChanges(ofNumbers, identifiers)].toSorted(
          (a, b) => b.at.epochMilliseconds - a.at.epochMilliseconds,
        ),
        'Nothing was changed since the record was made.',
      )}`,
  }),
})

function identityChange(change: FieldChange): ChangeInWords[] {
  const field = identityField(change.field)
  if (field === undefined) return []
  const words = (value: unknown) => valueInWords(change.field, value) ?? 'Nothing written'
  return [
    {
      at: change.at,
      by: change.by,
      what: field.title,
      was: words(change.was),
      became: words(change.became),
    },
  ]
}

/** A number that was corrected or taken back. The key that finds it follows the number, and is no news. */
function numberChanges(
  changes: readonly FieldChange[],
  identifiers: readonly Identifier[],
): ChangeInWords[] {
  const fields: Readonly<Record<string, string>> = {
    kind: 'Kind of number',
    value: 'Number',
    withdrawnOn: 'Taken back on',
    withdrawnBecause: 'Taken back because',
  }
  return changes.flatMap(({ at, by, rowId, field, was, became }) => {
    const named = fields[field]
    const number = identifiers.find(({ id }) => id === rowId)
    if (named === undefined || number === undefined) return []
    const kind = nameOf(identifierKinds, number.kind)
    return [
      { at, by, what: `${kind}: ${named}`, was: words(field, was), became: words(field, became) },
    ]
  })
}

function words(field: string, value: unknown): string {
  if (typeof value !== 'string') return 'Nothing written'
  if (field === 'kind') return nameOf(identifierKinds, value)
  const day = field === 'withdrawnOn' ? parsePlainDate(value) : undefined
  return day === undefined ? value : formatDate(day)
}
