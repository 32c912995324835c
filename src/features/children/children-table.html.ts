import { ageOn } from '#domain/calendar/age.ts'
import { formatDate } from '#domain/calendar/format-date.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { scrollingTable } from '#platform/views/components/table.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { ListedChild } from '#records/listed-children.ts'
import { displayName } from '#records/children.ts'
import { listLength } from './queries.ts'
import { childUrl } from './urls.ts'

export const theseAreTheFirst: Html = html`<p class="govuk-body">
  These are the first ${listLength}. Type more to find fewer.
</p>`

interface LastColumn<Listed> {
  readonly content: string
  readonly of: (child: Listed) => string
}

/** Children in a table: who they are, how old, who works with them, and one thing more where it is asked for. */
export function childrenTable<Listed extends ListedChild>(
  caption: string,
  children: readonly Listed[],
  today: PlainDate,
  last?: LastColumn<Listed>,
): Html {
  return scrollingTable({
    caption,
    captionClasses: 'govuk-visually-hidden',
    head: ['Name', 'Age', 'Born', 'Works with', ...(last === undefined ? [] : [last.content])],
    rows: children.map(child => [
      html`<a class="govuk-link" href="${childUrl(child.id)}">${displayName(child)}</a
        >${otherGivenName(child)}`,
      ageOn(child.bornOn, today),
      formatDate(child.bornOn),
      worksWith(child),
      ...(last === undefined ? [] : [last.of(child)]),
    ]),
  })
}

function otherGivenName({ knownAs, givenName }: ListedChild): Html | null {
  if (knownAs === null || knownAs === givenName) return null
  return html` <span class="govuk-hint">(${givenName})</span>`
}

function worksWith({ worker, team }: ListedChild): string {
  if (worker === null) return 'Nobody yet'
  return team === null ? worker : `${worker}, ${team}`
}
