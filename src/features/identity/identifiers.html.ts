import { formatDate } from '#domain/calendar/format-date.ts'
import { londonTime } from '#domain/calendar/time.ts'
import { identifierKinds } from '#domain/vocabulary/children.ts'
import { nameOf } from '#domain/vocabulary/name-of.ts'
import { summaryList, type SummaryListRow } from '#platform/views/components/summary-list.ts'
import { tag } from '#platform/views/components/tag.ts'
import { html, type Html } from '#platform/views/html.ts'
import { childUrl } from '../children/urls.ts'
import type { Identifier } from './identifier-queries.ts'
import { identifierUrl, newIdentifierUrl, withdrawIdentifierUrl } from './urls.ts'

/** Numbers by which others know the child; those taken back stay in sight, with why. */
export function identifiersSection(
  childId: string,
  identifiers: readonly Identifier[],
  mayChange: boolean,
): Html {
  const title = 'Numbers by which others know me'
  const actions = mayChange ? [{ href: newIdentifierUrl(childId), content: 'Add' }] : undefined
  const none = { key: 'None yet', value: 'No number is recorded.' }
  return summaryList({
    card: { title: { content: title }, actions },
    rows:
      identifiers.length === 0
        ? [none]
        : identifiers.map(identifier => identifierRow(childId, identifier, mayChange)),
  })
}

function identifierRow(
  childId: string,
  identifier: Identifier,
  mayChange: boolean,
): SummaryListRow {
  const name = nameOf(identifierKinds, identifier.kind)
  if (identifier.withdrawnOn !== null) return takenBack(name, identifier, identifier.withdrawnOn)
  return {
    key: name,
    value: html`<p class="govuk-body">${identifier.value}</p>
      ${anotherRecord(identifier)} ${recorded(identifier)}`,
    actions: mayChange
      ? [
          {
            href: identifierUrl(childId, identifier.id),
            content: 'Correct',
            visuallyHiddenText: name,
          },
          {
            href: withdrawIdentifierUrl(childId, identifier.id),
            content: 'Take back',
            visuallyHiddenText: name,
          },
        ]
      : undefined,
  }
}

function takenBack(
  name: string,
  { value, withdrawnBecause }: Identifier,
  on: NonNullable<Identifier['withdrawnOn']>,
): SummaryListRow {
  return {
    key: name,
    value: html`<p class="govuk-body">
        <s>${value}</s> ${tag({ content: 'Recorded in error', classes: 'govuk-tag--grey' })}
      </p>
      <p class="govuk-hint">Taken back on ${formatDate(on)}: ${withdrawnBecause}</p>`,
  }
}

/** That somebody else has the number too: named only to readers who may open that child. */
function anotherRecord({ others }: Identifier): Html | null {
  if (others.count === 0) return null
  const records = others.count === 1 ? 'Another record has' : `${others.count} other records have`
  const unnamed = others.count - others.known.length
  return html`<p class="govuk-body">
    ${tag({ content: 'Check', classes: 'govuk-tag--orange' })} ${records} this number${
      others.known.length > 0 &&
      html`:
      ${others.known.map(
        ({ id, name }, index) =>
          html`${index > 0 && ', '}<a class="govuk-link" href="${childUrl(id)}">${name}</a>`,
      )}`
    }${unnamed > 0 && html`. You cannot open ${unnamed === 1 ? 'one' : unnamed} of them: ask a manager`}.
  </p>`
}

function recorded({ recordedAt, recordedBy }: Identifier): Html | null {
  if (recordedAt === null) return null
  const on = formatDate(londonTime(recordedAt).date)
  return html`<p class="govuk-hint">
    Recorded on ${on}${recordedBy !== null && ` by ${recordedBy}`}
  </p>`
}
