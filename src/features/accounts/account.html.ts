import type { Temporal } from 'temporal-polyfill'
import { londonTime } from '#domain/calendar/time.ts'
import { formatDate } from '#domain/calendar/format-date.ts'
import { postForm, type Asked } from '#platform/views/ask.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { summaryList, type SummaryListAction } from '#platform/views/components/summary-list.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Account } from '#records/accounts.ts'
import {
  accountUrl,
  passwordUrl,
  recoveryCodesUrl,
  setUpSecondFactorUrl,
  signOutEverywhereUrl,
} from './urls.ts'

/** How the person signs in, and what they can change about it. */
export function accountBody(account: Account | undefined, failedTries: number): Html {
  if (account === undefined) {
    return html`<h1 class="govuk-heading-l">Your account</h1>
      ${insetText({ content: 'You have no account of your own: this is a person of the demonstration.' })}`
  }
  return html`<h1 class="govuk-heading-l">Your account</h1>
    ${summaryList({ rows: [nameRow(account), ...waysIn(account), triesRow(failedTries)] })}
    <p class="govuk-body">
      <a class="govuk-link" href="${signOutEverywhereUrl}">Sign out everywhere</a>
    </p>`
}

function nameRow({ userName }: Account) {
  return { key: 'User name', value: userName }
}

function waysIn(account: Account) {
  if (account.passwordHash === null) {
    return [{ key: 'Password', value: 'None: you sign in with your organisation' }]
  }
  const hasCodes = account.totpSecret !== null
  return [
    {
      key: 'Password',
      value: heldSince(account.passwordChangedAt),
      actions: [action(passwordUrl, 'Change', ' password')],
    },
    {
      key: 'Code from your phone',
      value: hasCodes ? `Since ${dayOf(account.secondFactorSince)}` : 'Not set up',
      actions: [
        hasCodes
          ? action(setUpSecondFactorUrl, 'Change', ' phone')
          : action(setUpSecondFactorUrl, 'Set up', ' codes from your phone'),
      ],
    },
    ...(hasCodes
      ? [
          {
            key: 'Recovery codes',
            value: `${account.recoveryCodeHashes.length} left`,
            actions: [action(recoveryCodesUrl, 'Make new ones', ' as recovery codes')],
          },
        ]
      : []),
  ]
}

function triesRow(failedTries: number) {
  return {
    key: 'Tries that failed in the last 7 days',
    value: String(failedTries),
  }
}

function action(href: string, content: string, about: string): SummaryListAction {
  return { href, content, visuallyHiddenText: about.trim() }
}

function heldSince(at: Temporal.Instant | null): string {
  return at === null ? 'Not changed yet' : `Since ${dayOf(at)}`
}

function dayOf(at: Temporal.Instant | null): string {
  return at === null ? '' : formatDate(londonTime(at).date)
}

/** Asks before every session ends. */
export function signOutEverywhereBody(asked: Asked): Html {
  return html`<h1 class="govuk-heading-l">Sign out everywhere</h1>
    <p class="govuk-body">
      Every device on which you are signed in is signed out, this one too. What you have not saved
      on them is lost.
    </p>
    ${postForm(asked, { submit: 'Sign out everywhere', cancel: accountUrl, warn: true }, html``)}`
}
