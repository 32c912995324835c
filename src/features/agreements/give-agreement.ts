import { whyNotAgree } from '#domain/agreements/why-not-agree.ts'
import type { FormValue } from '#platform/forms/form.ts'
import { goTo, refuse, type SubmitResult } from '#platform/http/page.ts'
import { answerRequest } from '#records/agreement-requests.ts'
import { insertAgreement } from '#records/agreements.ts'
import { findPolicy } from '#records/policy.ts'
import type { PageContext } from '../page.ts'
import type { agreementForm } from './agreement-form.ts'
import { answerTo, type AgreementAsked } from './agreement-in-url.ts'
import { stepUrl } from './step-links.ts'

/** Keeps the agreement, which answers the request that waits for it, and leads back to the step; or says why not. */
export async function giveAgreement(
  { scope, user, today }: PageContext,
  asked: AgreementAsked,
  typed: FormValue<typeof agreementForm>,
): Promise<SubmitResult> {
  const { about, exception, nothingLeft, open } = asked
  const given = {
    // What the rule does not ask for is not kept, whatever was sent.
    untilOn: exception.untilQuestion === null ? null : typed.untilOn,
    childAgrees: exception.childAgrees ? typed.childAgrees : null,
    reason: typed.reason ?? '',
  }
  const refusals = whyNotAgree({
    ...given,
    exception,
    by: user,
    about: { ...answerTo(asked), nothingLeft },
    today,
    policy: await findPolicy(scope),
  })
  if (refusals.length > 0) {
    return refuse(...refusals.map(({ field, message }) => ({ field: field ?? 'reason', message })))
  }
  const agreementId = await insertAgreement(scope, {
    ...about,
    ...given,
    grantedBy: user.id,
    grantedByRole: user.role,
    grantedOn: today,
  })
  if (open !== null) {
    await answerRequest(scope, open, { answeredBy: user.id, answeredOn: today, agreementId })
  }
  return goTo(stepUrl(asked), 'Agreement recorded')
}
