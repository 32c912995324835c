import { whyNotAnswer } from '#domain/agreements/who-may-agree.ts'
import { defineForm } from '#platform/forms/form.ts'
import { longTextField } from '#platform/forms/long-text-field.ts'
import { NotFound } from '#platform/http/errors.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { answerRequest } from '#records/agreement-requests.ts'
import { childBanner } from '../child-banner.ts'
import { page } from '../page.ts'
import { agreementInUrl, answerTo, loadAgreement } from './agreement-in-url.ts'
import { declineBody } from './agreement-pages.html.ts'
import { stepUrl } from './step-links.ts'

export const declineAgreementPage = page({
  permission: 'agreement.grant',
  params: agreementInUrl,
  load: async (context, { params }) => {
    const asked = await loadAgreement(context, params)
    if (asked.open === null) throw new NotFound()
    return { ...asked, open: asked.open }
  },
  form: defineForm({
    fields: { reason: longTextField({ missing: 'Write why you decline' }) },
  }),
  submit: async ({ scope, user, today }, { reason }, { loaded }) => {
    const whyNot = whyNotAnswer(loaded.exception, user, answerTo(loaded))
    if (whyNot !== null) return refuse({ field: 'reason', message: whyNot })
    const answer = { answeredBy: user.id, answeredOn: today, declinedBecause: reason }
    if (!(await answerRequest(scope, loaded.open, answer))) {
      return refuse({ field: 'reason', message: 'Somebody else has answered this meanwhile.' })
    }
    return goTo(stepUrl(loaded), 'Your answer is saved')
  },
  view: (asked, shown, { today, user }) => ({
    title: `Decline: ${asked.exception.what}`,
    identity: childBanner(asked.child, today),
    backLink: stepUrl(asked),
    body: declineBody(shown, asked, whyNotAnswer(asked.exception, user, answerTo(asked))),
  }),
})
