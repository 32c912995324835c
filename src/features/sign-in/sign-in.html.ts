import { insetText } from '#platform/views/components/inset-text.ts'
import { roles } from '#domain/access/permissions.ts'
import { html, type Html } from '#platform/views/html.ts'
import { button } from '#platform/views/components/button.ts'
import { radios } from '#platform/views/components/radios.ts'
import type { StaffMember } from '#records/staff.ts'

/** The demonstration's sign-in: choose who to be. */
export function demonstrationSignIn(people: readonly StaffMember[], hiddenFields: Html): Html {
  return html`<h1 class="govuk-heading-l">Who would you like to be?</h1>
    <p class="govuk-body-l">
      This is a whole invented service, with its children, its work and its figures. Choose a person
      to see it as they would.
    </p>
    <form method="post" action="/sign-in" novalidate>
      ${hiddenFields}
      ${radios({
        name: 'staffId',
        fieldset: {
          legend: { content: 'People of the service', classes: 'govuk-fieldset__legend--m' },
        },
        items: people.map(person => ({
          value: person.id,
          content: person.name,
          hint: { content: `${roles[person.role]} – ${person.jobTitle}` },
        })),
      })}
      ${button({ content: 'Sign in' })}
    </form>`
}

/** What the sign-in page says where the database has come to hold more than the demonstration since the start. */
export function noSignIn(): Html {
  return html`<h1 class="govuk-heading-l">Nobody can sign in now</h1>
    ${insetText({
      content:
        'This database holds more than a demonstration now, so nobody is let in without a password. Stop Alongside and start it again: then people sign in with their accounts.',
    })}`
}
