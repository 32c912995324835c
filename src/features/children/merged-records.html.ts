import { may } from '#domain/access/permissions.ts'
import { html, type Html } from '#platform/views/html.ts'
import { duplicatesUrl } from '../merging/urls.ts'
import type { PageContext } from '../page.ts'

/** The way to the list of children who may be recorded twice, for those who may merge. */
export function duplicatesLink({ user }: PageContext): Html | null {
  if (!may(user.role, 'child.merge')) return null
  return html`<p class="govuk-body">
    <a class="govuk-link" href="${duplicatesUrl}">Children who may be recorded twice</a>
  </p>`
}
