import { ageOn } from '#domain/calendar/age.ts'
import { formatDate } from '#domain/calendar/format-date.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { button } from '#platform/views/components/button.ts'
import { input } from '#platform/views/components/input.ts'
import { scrollingTable } from '#platform/views/components/table.ts'
import { html, type Html } from '#platform/views/html.ts'
import { listLength, type ListedChild } from './queries.ts'
import { childrenUrl, childUrl } from './urls.ts'

interface ChildrenList {
  readonly text: string
  readonly children: readonly ListedChild[]
  readonly hasMore: boolean
  /** Whom to ask about restricted records that fit the search exactly. */
  readonly askedOf: readonly string[]
}

/** One search box, and the children that it finds; before a search, those with work open now. */
export function childrenBody(list: ChildrenList, today: PlainDate): Html {
  return html`<h1 class="govuk-heading-l">Children</h1>
    <form method="get" action="${childrenUrl}" role="search">
      ${input({
        name: 'q',
        id: 'q',
        label: { content: 'Find a child', classes: 'govuk-label--m' },
        hint: 'Name in any order or spelling, date of birth, postcode or a number such as the PNC number',
        value: list.text,
        autocomplete: 'off',
      })}
      ${button({ content: 'Find' })}
    </form>
    <h2 class="govuk-heading-m">${list.text === '' ? 'Children we are working with' : 'Found'}</h2>
    ${list.askedOf.map(
      contact => html`<p class="govuk-body">A restricted record fits. Ask ${contact}.</p>`,
    )}
    ${found(list, today)}`
}

function found({ text, children, hasMore, askedOf }: ChildrenList, today: PlainDate): Html | null {
  if (children.length === 0 && askedOf.length > 0) return null
  if (children.length === 0) {
    return text === ''
      ? html`<p class="govuk-body">There is no child here whom you work with.</p>`
      : html`<p class="govuk-body">
          No child that you may open fits. Try part of a name, or the date of birth alone.
        </p>`
  }
  return html`${hasMore && html`<p class="govuk-body">These are the first ${listLength}. Type more to find fewer.</p>`}
  ${scrollingTable({
    caption: 'Children',
    captionClasses: 'govuk-visually-hidden',
    head: ['Name', 'Age', 'Born', 'Works with'],
    rows: children.map(child => [
      html`<a class="govuk-link" href="${childUrl(child.id)}">${child.name}</a
        >${otherGivenName(child)}`,
      ageOn(child.bornOn, today),
      formatDate(child.bornOn),
      child.worker ?? 'Nobody yet',
    ]),
  })}`
}

function otherGivenName(child: ListedChild): Html | null {
  return child.name.startsWith(child.givenName)
    ? null
    : html` <span class="govuk-hint">(${child.givenName})</span>`
}
