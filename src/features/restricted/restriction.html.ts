import { roles } from '#domain/access/permissions.ts'
import { restrictionReasons } from '#domain/access/restricted.ts'
import { formatDate } from '#domain/calendar/format-date.ts'
import type { ShownForm } from '#platform/http/view.ts'
import { ask, offers, postForm, whatIsWrong } from '#platform/views/ask.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Restriction } from '#records/restrictions.ts'
import type { StaffMember } from '#records/staff.ts'
import { childUrl } from '../children/urls.ts'
import { liftRestrictionUrl } from './urls.ts'

interface Restricting {
  readonly childId: string
  readonly restriction: Restriction | undefined
  readonly staff: readonly StaffMember[]
}

/** Who may open the record, why, and whom everybody else asks. */
export function restrictionBody(
  shown: ShownForm,
  { childId, restriction, staff }: Restricting,
): Html {
  const asked = ask(shown)
  const people = staff.map(({ id, name, role }) => ({
    value: id,
    content: name,
    hint: roles[role],
  }))
  return html`${whatIsWrong(shown)}
    <h1 class="govuk-heading-l">Who may open this record</h1>
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${standing(childId, restriction)}
        ${postForm(
          shown,
          {
            submit: restriction === undefined ? 'Restrict the record' : 'Save who may open it',
            cancel: childUrl(childId),
          },
          html`${asked.one('why', 'Why is the record restricted?', offers(restrictionReasons), {
            size: 's',
            hint: 'Only those named see this.',
          })}
          ${asked.several('names', 'Who may open it?', people, {
            size: 's',
            hint: 'Name the child’s worker and at least one manager.',
          })}
          ${asked.from('contactId', 'Whom do others ask?', people, { size: 's' })}`,
        )}
      </div>
    </div>`
}

function standing(childId: string, restriction: Restriction | undefined): Html {
  if (restriction === undefined) {
    return html`<p class="govuk-body">
      Everybody whose role reaches the child may open the record now. Once it is restricted, others
      learn that there is a restricted record and whom to ask, and nothing else.
    </p>`
  }
  return html`<p class="govuk-body">
      Restricted since ${formatDate(restriction.startedOn)}. If you change who may open it, any
      urgent access ends.
    </p>
    <p class="govuk-body">
      <a class="govuk-link" href="${liftRestrictionUrl(childId)}">Lift the restriction</a>
    </p>`
}
