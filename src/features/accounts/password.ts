import { hashPassword } from '#platform/credentials/password.ts'
import { passwordProblem, shortestPassword } from '#platform/credentials/password-rule.ts'
import { defineForm } from '#platform/forms/form.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { postForm, whatIsWrong, type Asked } from '#platform/views/ask.ts'
import { html, type Html } from '#platform/views/html.ts'
import { updatePassword } from '#records/accounts.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { page, type AlongsidePage } from '../page.ts'
import { ownAccount } from './account.ts'
import { passwordField } from './password-field.ts'
import { askPassword } from './password-question.html.ts'
import { accountUrl, signInUrl } from './urls.ts'

const form = defineForm({
  fields: {
    password: passwordField({ missing: 'Enter a new password' }),
    again: passwordField({ missing: 'Enter the new password a second time' }),
  },
  check: ({ password, again }) =>
    password === again
      ? []
      : [{ field: 'again', message: 'The two passwords differ. Type the same one twice' }],
})

/** Choose a new password; the old one was typed a short while ago, which the guard before this page sees to. */
export const passwordPage: AlongsidePage = page({
  permission: 'account.own',
  load: async context => ({ account: await ownAccount(context) }),
  form,
  submit: async ({ scope, user, now }, { password }, { loaded: { account } }) => {
    const problem = passwordProblem(password, [user.name, account.userName, account.email])
    if (problem !== null) return refuse({ field: 'password', message: problem })
    await updatePassword(scope, account.id, { passwordHash: await hashPassword(password), now })
    await insertAuditEntry(scope, { action: 'account.password-changed', subjectId: account.id })
    return goTo(signInUrl, 'Your password is changed. Sign in with it')
  },
  view: (_loaded, shown) => ({
    title: 'Choose a new password',
    backLink: accountUrl,
    body: passwordBody(shown),
  }),
})

function passwordBody(asked: Asked): Html {
  const hint = `At least ${shortestPassword} characters. Three random words are easy to keep in mind and hard to guess. You are then signed out everywhere.`
  return html`${whatIsWrong(asked)}
    <h1 class="govuk-heading-l">Choose a new password</h1>
    ${postForm(
      asked,
      { submit: 'Change password', cancel: accountUrl },
      html`${askPassword(asked, 'password', { label: 'New password', autocomplete: 'new-password', hint })}
      ${askPassword(asked, 'again', { label: 'New password again', autocomplete: 'new-password' })}`,
    )}`
}
