import { whyNotAnswer } from '#domain/agreements/who-may-agree.ts'
import { childBanner } from '../child-banner.ts'
import { page } from '../page.ts'
import { agreementForm } from './agreement-form.ts'
import { agreementInUrl, answerTo, loadAgreement } from './agreement-in-url.ts'
import { grantBody } from './agreement-pages.html.ts'
import { giveAgreement } from './give-agreement.ts'
import { stepUrl } from './step-links.ts'

/** One page for every rule that lets somebody agree. Whom the rule names is asked of `whyNotAnswer`. */
export const grantAgreementPage = page({
  permission: 'agreement.grant',
  params: agreementInUrl,
  load: (context, { params }) => loadAgreement(context, params),
  form: agreementForm,
  submit: (context, typed, { loaded }) => giveAgreement(context, loaded, typed),
  view: (asked, shown, { today, user }) => ({
    title: asked.exception.what,
    identity: childBanner(asked.child, today),
    backLink: stepUrl(asked),
    body: grantBody(
      shown,
      asked,
      whyNotAnswer(asked.exception, user, answerTo(asked)) ?? asked.nothingLeft,
    ),
  }),
})
