import { urgentAccessHours } from '#domain/access/restricted.ts'
import type { ShownForm } from '#platform/http/view.ts'
import { ask, postForm, whatIsWrong } from '#platform/views/ask.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Restriction } from '#records/restrictions.ts'
import { childrenUrl } from '../children/urls.ts'
import { urgentAccessUrl } from './urls.ts'

interface ClosedRecord {
  readonly restriction: Restriction
  readonly childId: string
}

/** Nothing of the child, not even why the record is restricted. */
export function urgentAccessBody(shown: ShownForm, { restriction, childId }: ClosedRecord): Html {
  return html`${whatIsWrong(shown)}
    <h1 class="govuk-heading-l">A restricted record</h1>
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <p class="govuk-body">
          Only named people may open this record. Ask
          <strong>${restriction.contactName}</strong>, ${restriction.contactJobTitle}.
        </p>
        <h2 class="govuk-heading-m">Urgent access</h2>
        <p class="govuk-body">
          If a child or somebody else may come to harm before you can ask, you can open the record
          for ${urgentAccessHours} hours. ${restriction.contactName} and the managers of the record
          are told, with your name and reason.
        </p>
        ${postForm(
          shown,
          {
            action: urgentAccessUrl(childId),
            submit: 'Open the record now',
            cancel: childrenUrl,
            warn: true,
          },
          ask(shown).longText('reason', 'Why can it not wait?', { size: 's' }),
        )}
      </div>
    </div>`
}
