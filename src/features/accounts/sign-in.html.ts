import { ask, postForm, whatIsWrong, type Asked } from '#platform/views/ask.ts'
import { button } from '#platform/views/components/button.ts'
import { html, type Html } from '#platform/views/html.ts'
import { askPassword } from './password-question.html.ts'
import { organisationUrl, secondFactorUrl, signInUrl } from './urls.ts'

/** Sign in with a user name and a password, or through the organisation where that is set up. */
export function signInBody(asked: Asked, hasOrganisation: boolean): Html {
  return html`${whatIsWrong(asked)}
    <h1 class="govuk-heading-l">Sign in</h1>
    ${hasOrganisation && throughOrganisation()}
    ${postForm(
      asked,
      { action: signInUrl, submit: 'Sign in' },
      html`${ask(asked).text('userName', 'User name', {
        autocomplete: 'username',
        width: 20,
      })}
      ${askPassword(asked, 'password', { label: 'Password', autocomplete: 'current-password' })}`,
    )}`
}

function throughOrganisation(): Html {
  return html`${button({ content: 'Sign in with your organisation', href: organisationUrl })}
    <h2 class="govuk-heading-m">Or with a password of Alongside</h2>`
}

/** The second step for those who set it up. */
export function secondFactorBody(asked: Asked): Html {
  return html`${whatIsWrong(asked)}
    <h1 class="govuk-heading-l">Enter your code</h1>
    ${postForm(
      asked,
      { action: secondFactorUrl, submit: 'Continue', cancel: signInUrl },
      ask(asked).text('code', 'Code', {
        hint: 'The six figures that your authenticator app shows now. Without your phone, type one of your recovery codes.',
        autocomplete: 'one-time-code',
        width: 20,
      }),
    )}`
}
