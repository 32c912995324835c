import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { FoundChild } from '#records/found-children.ts'
import { pageSearchBox } from '../search-box.ts'
import { childrenTable, theseAreTheFirst } from './children-table.html.ts'

interface FoundList {
  readonly text: string
  readonly children: readonly FoundChild[]
  readonly hasMore: boolean
  /** Whom to ask about restricted records that fit the search exactly. */
  readonly askedOf: readonly string[]
}

/** The search box with what was typed, and the children that it finds, the best first, each with why. */
export function foundBody(list: FoundList, token: Html, today: PlainDate): Html {
  return html`<h1 class="govuk-heading-l">Children found</h1>
    ${pageSearchBox(token, { text: list.text })}
    ${list.askedOf.map(
      contact => html`<p class="govuk-body">A restricted record fits. Ask ${contact}.</p>`,
    )}
    ${found(list, today)}`
}

function found({ children, hasMore, askedOf }: FoundList, today: PlainDate): Html | null {
  if (children.length === 0 && askedOf.length > 0) return null
  if (children.length === 0) {
    return html`<p class="govuk-body">
      No child that you may open fits. Try part of a name, or the date of birth alone.
    </p>`
  }
  return html`${hasMore && theseAreTheFirst}
  ${childrenTable('Children found, the best fit first', children, today, {
    content: 'Why',
    of: child => child.reasons.join('; '),
  })}`
}
