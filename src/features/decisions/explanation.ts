import { z } from 'zod'
import { isBefore } from '#domain/calendar/plain-date.ts'
import { decisionOptions } from '#domain/out-of-court/decision-options.ts'
import { waysToExplain, waysInWords } from '#domain/out-of-court/ways-to-explain.ts'
import { choicesField } from '#platform/forms/choices-field.ts'
import { dateField } from '#platform/forms/date-field.ts'
import { defineForm } from '#platform/forms/form.ts'
import { longTextField } from '#platform/forms/long-text-field.ts'
import { textField } from '#platform/forms/text-field.ts'
import { yesNoField } from '#platform/forms/yes-no-field.ts'
import { NotFound } from '#platform/http/errors.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { findChild } from '#records/children.ts'
import { findReferral } from '#records/referrals.ts'
import { listOutcomeNames } from '#records/services.ts'
import { childBanner } from '../child-banner.ts'
import { idInUrl, page } from '../page.ts'
import { referralUrl } from '../referrals/urls.ts'
import { insertExplanation, selectExplanations } from './explanation-queries.ts'
import { explanationBody } from './explanation.html.ts'
import { selectParentName } from './queries.ts'

const explanationForm = defineForm({
  fields: {
    explainedOn: dateField({
      name: 'The day',
      missing: 'Enter the day on which you explained it',
      mustBe: 'today or in the past',
    }),
    how: choicesField({ choices: waysToExplain, missing: 'Select how you explained it' }),
    childWords: longTextField({ missing: 'Write what the child took from it, in their words' }),
    childUnderstood: yesNoField({ missing: 'Select whether the child understood' }),
    parentName: textField({ missing: 'Enter the name of the parent or carer' }),
    parentUnderstood: yesNoField({ missing: 'Select whether the parent or carer understood' }),
  },
})

export const explanationPage = page({
  permission: 'decision.record',
  params: z.object({ childId: idInUrl, referralId: idInUrl }),
  load: async ({ scope, user }, { params: { childId, referralId } }) => {
    const referral = await findReferral(scope, childId, referralId)
    if (referral.kind !== 'out-of-court') throw new NotFound()
    return {
      child: await findChild(scope, user, childId),
      referral,
      options: decisionOptions(await listOutcomeNames(scope)),
      earlier: await selectExplanations(scope, referralId),
      parentName: await selectParentName(scope, childId),
    }
  },
  form: explanationForm,
  initial: ({ parentName }, { today }) => explanationForm.fill({ explainedOn: today, parentName }),
  submit: async ({ scope, user }, typed, { params: { childId, referralId }, loaded }) => {
    if (isBefore(typed.explainedOn, loaded.referral.receivedOn)) {
      const message = 'The day cannot be earlier than the referral'
      return refuse({ field: 'explainedOn', message, parts: ['day', 'month', 'year'] })
    }
    const id = await insertExplanation(scope, {
      ...typed,
      referralId,
      explainedBy: user.id,
      how: waysInWords(typed.how),
    })
    await insertAuditEntry(scope, { action: 'explanation.recorded', childId, subjectId: id })
    const isUnderstood = typed.childUnderstood && typed.parentUnderstood
    return goTo(
      referralUrl(childId, referralId),
      isUnderstood ? 'Explanation recorded' : 'Explanation recorded. Explain it another way next.',
    )
  },
  view: ({ child, referral, options, earlier }, shown, { today }) => ({
    title: 'What accepting an outcome means',
    identity: childBanner(child, today),
    backLink: referralUrl(child.id, referral.id),
    body: explanationBody(shown, {
      options,
      earlier,
      communication: child.communication,
      cancel: referralUrl(child.id, referral.id),
    }),
  }),
})
