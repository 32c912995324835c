import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { ShownForm } from '#platform/http/view.ts'
import { errorSummary } from '#platform/views/components/error-summary.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { ListedChild } from '#records/listed-children.ts'
import { pageSearchBox } from '../search-box.ts'
import { childrenTable, theseAreTheFirst } from './children-table.html.ts'

interface ChildrenList {
  readonly children: readonly ListedChild[]
  readonly hasMore: boolean
}

function summary(errors: ShownForm['errors']): Html | null {
  if (errors.length === 0) return null
  const errorList = errors.map(({ href, message }) => ({ href, content: message }))
  return errorSummary({ errorList })
}

/** The search box, and the children with work open now. */
export function childrenBody(
  { children, hasMore }: ChildrenList,
  { values, errors, token }: ShownForm,
  today: PlainDate,
): Html {
  const typed = values['q']
  return html`${summary(errors)}
    <h1 class="govuk-heading-l">Children</h1>
    ${pageSearchBox(token, {
      text: typeof typed === 'string' ? typed : '',
      error: errors[0]?.message,
    })}
    <h2 class="govuk-heading-m">Children we are working with</h2>
    ${
      children.length === 0
        ? html`<p class="govuk-body">There is no child here whom you work with.</p>`
        : html`${hasMore && theseAreTheFirst}${childrenTable('Children', children, today)}`
    }`
}
