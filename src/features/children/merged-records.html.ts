import { may } from '#domain/access/permissions.ts'
import { html, type Html } from '#platform/views/html.ts'
import { duplicatesUrl, mergesUrl } from '../merging/urls.ts'
import type { PageContext } from '../page.ts'
import type { ChildRecord } from './child-record.ts'

/** The way to what was merged into the record, for those who may merge. */
export function mergedRecordsLink({ child }: ChildRecord, { user }: PageContext): Html | null {
  if (!may(user.role, 'child.merge')) return null
  return html`<p class="govuk-body">
    <a class="govuk-link" href="${mergesUrl(child.id)}">Merged records</a>
  </p>`
}

/** The way to the list of children who may be recorded twice, for those who may merge. */
export function duplicatesLink({ user }: PageContext): Html | null {
  if (!may(user.role, 'child.merge')) return null
  return html`<p class="govuk-body">
    <a class="govuk-link" href="${duplicatesUrl}">Children who may be recorded twice</a>
  </p>`
}
