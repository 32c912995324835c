import { z } from 'zod'
import { seal } from '#platform/credentials/seal.ts'
import { totpLink, totpStep } from '#platform/credentials/totp.ts'
import { textOf } from '#platform/forms/typed-values.ts'
import { defineForm } from '#platform/forms/form.ts'
import { hiddenField } from '#platform/forms/hidden-field.ts'
import { textField } from '#platform/forms/text-field.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { updateRecoveryCodes, updateSecondFactor } from '#records/accounts.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { page, type AlongsidePage } from '../page.ts'
import { ownAccount } from './account.ts'
import type { AccountsDesk } from './desk.ts'
import { hashesOf, newOffer, openOffer, sealOffer } from './new-codes.ts'
import { recoveryCodesBody, setUpBody } from './new-codes.html.ts'
import { secondFactorOf } from './second-factor.ts'
import { accountUrl } from './urls.ts'

const sealed = hiddenField({ matches: z.string().max(1000) })
const setUpForm = defineForm({
  fields: { sealed, code: textField({ missing: 'Enter the code', name: 'The code' }) },
})
const takeForm = defineForm({ fields: { sealed } })
const staleOffer = 'These codes cannot be used any more. Go back to your account and start again'

/** Set up a code from an authenticator app, with its recovery codes, or move it to another phone. */
export function setUpSecondFactorPage({ keys }: Pick<AccountsDesk, 'keys'>): AlongsidePage {
  return page({
    permission: 'account.own',
    load: async (context, { again }) => {
      const account = await ownAccount(context)
      const kept = openOffer(keys, account.id, textOf(again?.values ?? {}, 'sealed'))
      return { account, offered: kept ?? newOffer() }
    },
    form: setUpForm,
    submit: async ({ scope, now }, value, { loaded: { account } }) => {
      const offered = openOffer(keys, account.id, value.sealed)
      if (offered === null) return refuse({ field: 'code', message: staleOffer })
      const step = totpStep(offered.secret, value.code, { now, lastStep: null })
      if (step === null) {
        const message =
          'That is not the code that the app shows for this key. Type the one it shows now'
        return refuse({ field: 'code', message })
      }
      await updateSecondFactor(scope, account.id, {
        totpSecret: seal(keys.secondFactor, offered.secret, secondFactorOf(account.id)),
        step,
        recoveryCodeHashes: hashesOf(keys, account.id, offered),
        now,
      })
      const action = 'account.second-factor-set'
      await insertAuditEntry(scope, { action, subjectId: account.id })
      return goTo(accountUrl, 'Codes from your phone are set up')
    },
    view: ({ account, offered }, shown) => ({
      title: 'Set up codes from your phone',
      backLink: accountUrl,
      body: setUpBody(shown, {
        ...offered,
        sealed: sealOffer(keys, account.id, offered),
        link: totpLink(offered.secret, { issuer: 'Alongside', userName: account.userName }),
      }),
    }),
  })
}

/** Take new recovery codes in the place of the old ones. */
export function recoveryCodesPage({ keys }: Pick<AccountsDesk, 'keys'>): AlongsidePage {
  return page({
    permission: 'account.own',
    load: async context => ({ account: await ownAccount(context), offered: newOffer() }),
    form: takeForm,
    submit: async ({ scope }, value, { loaded: { account } }) => {
      const taken = openOffer(keys, account.id, value.sealed)
      if (taken === null || account.totpSecret === null) {
        return refuse({ field: 'sealed', message: staleOffer })
      }
      await updateRecoveryCodes(scope, account.id, hashesOf(keys, account.id, taken))
      const action = 'account.recovery-codes-made'
      await insertAuditEntry(scope, { action, subjectId: account.id })
      return goTo(accountUrl, 'Your new recovery codes work from now on')
    },
    view: ({ account, offered }, shown) => ({
      title: 'New recovery codes',
      backLink: accountUrl,
      body: recoveryCodesBody(shown, {
        ...offered,
        sealed: sealOffer(keys, account.id, offered),
      }),
    }),
  })
}
