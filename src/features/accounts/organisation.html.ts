import { button } from '#platform/views/components/button.ts'
import { html, type Html } from '#platform/views/html.ts'
import { organisationUrl, signInUrl } from './urls.ts'

/** Why a person whom the organisation let through does not come in here. */
export const refusals = {
  'not-proven': {
    title: 'Signing in did not work',
    message:
      'Your organisation could not be asked, or its answer was not the one that this page waited for. Start again from here.',
  },
  'no-role': {
    title: 'You have no role in Alongside',
    message:
      'Your organisation knows you, but none of your groups there has a role here. Ask whoever looks after Alongside in your service to add you to one.',
  },
  unknown: {
    title: 'You are not a member of staff here yet',
    message:
      'Your organisation knows you, but Alongside does not. Ask whoever looks after Alongside in your service to add you, with the e-mail address that you have at work.',
  },
} as const

export type Refusal = keyof typeof refusals

export function refusalBody(refusal: Refusal): Html {
  const { title, message } = refusals[refusal]
  return html`<h1 class="govuk-heading-l">${title}</h1>
    <p class="govuk-body">${message}</p>
    ${button({ content: 'Try again', href: organisationUrl })}
    <p class="govuk-body"><a class="govuk-link" href="${signInUrl}">Other ways to sign in</a></p>`
}
