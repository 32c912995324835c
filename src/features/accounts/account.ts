import { signInLimitsAt } from '#domain/access/sign-in/limits.ts'
import { keyedHash } from '#platform/credentials/keyed-hash.ts'
import { defineForm } from '#platform/forms/form.ts'
import { NotFound } from '#platform/http/errors.ts'
import { goTo } from '#platform/http/page.ts'
import { endSessions, findOptionalOwnAccount, type Account } from '#records/accounts.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { countFailedAttempts } from '#records/sign-in-attempts.ts'
import { page, type AlongsidePage, type PageContext } from '../page.ts'
import { accountBody, signOutEverywhereBody } from './account.html.ts'
import type { AccountsDesk } from './desk.ts'
import { accountUrl, signInUrl } from './urls.ts'

/** The account of the person who asks. @throws NotFound for a person of the demonstration */
export async function ownAccount({ scope, user }: PageContext): Promise<Account> {
  const about = { serviceId: scope.serviceId, staffId: user.id }
  const account = await findOptionalOwnAccount(scope, about)
  if (account === undefined) throw new NotFound('You have no account of your own.')
  return account
}

/** My account. */
export function accountPage({ keys }: Pick<AccountsDesk, 'keys'>): AlongsidePage {
  return page({
    permission: 'account.own',
    load: async ({ scope, user, now }) => {
      const about = { serviceId: scope.serviceId, staffId: user.id }
      const account = await findOptionalOwnAccount(scope, about)
      const userName = keyedHash(keys.attempt, 'user name', account?.userName ?? '')
      const since = now.subtract({ hours: signInLimitsAt(now).keepAttemptsDays * 24 })
      return { account, failedTries: await countFailedAttempts(scope.db, userName, since) }
    },
    view: ({ account, failedTries }) => ({
      title: 'Your account',
      body: accountBody(account, failedTries),
    }),
  })
}

export const signOutEverywherePage: AlongsidePage = page({
  permission: 'account.own',
  load: async context => ({ account: await ownAccount(context) }),
  form: defineForm({ fields: {} }),
  submit: async ({ scope, now }, _value, { loaded: { account } }) => {
    await endSessions(scope, account.id, now)
    await insertAuditEntry(scope, {
      action: 'account.signed-out-everywhere',
      subjectId: account.id,
    })
    return goTo(signInUrl, 'You are signed out everywhere')
  },
  view: (_loaded, shown) => ({
    title: 'Sign out everywhere',
    backLink: accountUrl,
    body: signOutEverywhereBody(shown),
  }),
})
