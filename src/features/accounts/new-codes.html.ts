import { ask, postForm, whatIsWrong, type Asked } from '#platform/views/ask.ts'
import { html, type Html } from '#platform/views/html.ts'
import { accountUrl } from './urls.ts'

interface Offered {
  readonly sealed: string
  readonly recoveryCodes: readonly string[]
}

/** The secret for the phone and the recovery codes, shown this once; a code from the phone proves that it has them. */
export function setUpBody(
  asked: Asked,
  offered: Offered & { readonly secret: string; readonly link: string },
): Html {
  return html`${whatIsWrong(asked)}
    <h1 class="govuk-heading-l">Set up codes from your phone</h1>
    <p class="govuk-body">
      After your password you then type six figures that an authenticator app on your phone shows.
    </p>
    <h2 class="govuk-heading-m">1. Add this key to the app</h2>
    <p class="govuk-body"><code>${inFours(offered.secret)}</code></p>
    <p class="govuk-body">
      On the phone itself:
      <a class="govuk-link" href="${offered.link}">open this key in your app</a>.
    </p>
    <h2 class="govuk-heading-m">2. Keep these recovery codes</h2>
    ${codeList(offered.recoveryCodes)}
    <h2 class="govuk-heading-m">3. Type the code that the app shows</h2>
    ${postForm(
      asked,
      { submit: 'Set up', cancel: accountUrl },
      html`${sealedInput(offered.sealed)}
      ${ask(asked).text('code', 'Code', {
        hint: 'Six figures',
        inputmode: 'numeric',
        autocomplete: 'one-time-code',
        width: 10,
      })}`,
    )}`
}

/** Recovery codes alone: they stand in for the old ones once the person says that they have them. */
export function recoveryCodesBody(asked: Asked, offered: Offered): Html {
  return html`${whatIsWrong(asked)}
    <h1 class="govuk-heading-l">New recovery codes</h1>
    ${codeList(offered.recoveryCodes)}
    ${postForm(
      asked,
      { submit: 'I have kept them', cancel: accountUrl },
      html`<p class="govuk-body">Your old codes stop working when you press this.</p>
        ${sealedInput(offered.sealed)}`,
    )}`
}

function codeList(codes: readonly string[]): Html {
  return html`<p class="govuk-body">
      Each works once, when you are without your phone. Write them down or print them now: they are
      not shown again.
    </p>
    <ul class="govuk-list">
      ${codes.map(code => html`<li><code>${code}</code></li>`)}
    </ul>`
}

function sealedInput(sealed: string): Html {
  return html`<input type="hidden" name="sealed" value="${sealed}" />`
}

function inFours(secret: string): string {
  return secret.replaceAll(/(.{4})(?=.)/gu, '$1 ')
}
