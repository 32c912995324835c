import { whomToAsk } from '#domain/agreements/who-may-agree.ts'
import { goTo, refuse, type SubmitResult } from '#platform/http/page.ts'
import { insertRequest } from '#records/agreement-requests.ts'
import { childBanner } from '../child-banner.ts'
import { page, type PageContext } from '../page.ts'
import { agreementForm } from './agreement-form.ts'
import { agreementInUrl, loadAgreement, type AgreementAsked } from './agreement-in-url.ts'
import { askBody, ownReasonBody } from './agreement-pages.html.ts'
import { giveAgreement } from './give-agreement.ts'
import { stepUrl } from './step-links.ts'

/** A worker asks for an agreement from where they were stopped; where the rule leaves it to them, they record their reason. */
export const askAgreementPage = page({
  permission: 'agreement.ask',
  params: agreementInUrl,
  load: (context, { params }) => loadAgreement(context, params),
  form: agreementForm,
  submit: (context, typed, { loaded }) =>
    loaded.exception.by === 'worker'
      ? giveAgreement(context, loaded, typed)
      : askFor(context, loaded, typed.reason),
  view: (asked, shown, { today }) => ({
    title: asked.exception.what,
    identity: childBanner(asked.child, today),
    backLink: stepUrl(asked),
    body:
      asked.exception.by === 'worker'
        ? ownReasonBody(shown, asked)
        : askBody(shown, asked, whomToAsk[asked.exception.by]),
  }),
})

async function askFor(
  { scope, user, today }: PageContext,
  asked: AgreementAsked,
  why: string | null,
): Promise<SubmitResult> {
  const refused = (message: string) => refuse({ field: 'reason', message })
  if (asked.nothingLeft !== null) return refused(asked.nothingLeft)
  if (why === null) return refused('Write why this is right for this child')
  const request = { ...asked.about, askedBy: user.id, askedOn: today, why }
  if (!(await insertRequest(scope, request))) {
    return refused('This is asked already, and waits for its answer.')
  }
  return goTo(stepUrl(asked), 'Your request is sent')
}
