import { z } from 'zod'
import { agreeableGuards, isAgreeable, whyNotAgree } from '#domain/out-of-court/grant-agreement.ts'
import { dateField } from '#platform/forms/date-field.ts'
import { defineForm } from '#platform/forms/form.ts'
import { longTextField } from '#platform/forms/long-text-field.ts'
import { yesNoField } from '#platform/forms/yes-no-field.ts'
import { NotFound } from '#platform/http/errors.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { insertAgreement, listAgreements } from '#records/agreements.ts'
import { findChild } from '#records/children.ts'
import { findReferral } from '#records/referrals.ts'
import { childBanner } from '../child-banner.ts'
import { idInUrl, page } from '../page.ts'
import { agreementBody } from './agreement.html.ts'
import { selectWorker } from './queries.ts'
import { decisionUrl } from './urls.ts'

export const agreementPage = page({
  permission: 'agreement.grant',
  params: z.object({ childId: idInUrl, referralId: idInUrl, ruleId: z.string() }),
  load: async ({ scope, user }, { params: { childId, referralId, ruleId } }) => {
    if (!isAgreeable(ruleId)) throw new NotFound('Nobody may agree to go on without this rule.')
    const referral = await findReferral(scope, childId, referralId)
    const agreements = await listAgreements(scope, childId)
    return {
      child: await findChild(scope, user, childId),
      referral,
      ruleId,
      earlier: agreements.filter(one => one.ruleId === ruleId && one.subjectId === referralId),
    }
  },
  form: defineForm({
    fields: {
      until: dateField({ name: 'The last day', missing: 'Enter the last day' }),
      childAgrees: yesNoField({ missing: 'Select whether the child agrees' }),
      reason: longTextField({ missing: 'Write why you agree' }),
    },
  }),
  submit: async ({ scope, user, today }, typed, { params: { childId }, loaded }) => {
    const { referral, ruleId } = loaded
    const refusal = whyNotAgree({
      by: user,
      workerId: await selectWorker(scope, referral.id),
      until: typed.until,
      childAgrees: typed.childAgrees,
      today,
    })
    if (refusal !== null) {
      return refuse({ field: refusal.field ?? 'reason', message: refusal.message })
    }
    await insertAgreement(scope, {
      childId,
      ruleId,
      subjectId: referral.id,
      grantedBy: user.id,
      grantedByRole: user.role,
      grantedOn: today,
      untilOn: typed.until,
      reason: typed.reason,
      childAgrees: typed.childAgrees,
    })
    return goTo(decisionUrl(childId, referral.id), 'Agreement recorded')
  },
  view: ({ child, referral, ruleId, earlier }, shown, { today }) => ({
    title: agreeableGuards[ruleId].what,
    identity: childBanner(child, today),
    backLink: decisionUrl(child.id, referral.id),
    body: agreementBody(shown, {
      ruleId,
      earlier,
      cancel: decisionUrl(child.id, referral.id),
    }),
  }),
})
