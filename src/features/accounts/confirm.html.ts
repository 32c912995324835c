import { postForm, whatIsWrong, type Asked } from '#platform/views/ask.ts'
import { html, type Html } from '#platform/views/html.ts'
import { askPassword } from './password-question.html.ts'
import { accountUrl } from './urls.ts'

/** Asks for the password again before the account is changed: an unlocked screen is not enough. */
export function confirmBody(asked: Asked, action: string): Html {
  return html`${whatIsWrong(asked)}
    <h1 class="govuk-heading-l">Type your password again</h1>
    <p class="govuk-body">This makes sure that nobody else changes how you sign in.</p>
    ${postForm(
      asked,
      { action, submit: 'Continue', cancel: accountUrl },
      askPassword(asked, 'password', {
        label: 'Your password',
        autocomplete: 'current-password',
      }),
    )}`
}
