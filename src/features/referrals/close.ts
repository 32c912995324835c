import { isBefore } from '#domain/calendar/plain-date.ts'
import { dateField } from '#platform/forms/date-field.ts'
import { defineForm, type FormValue } from '#platform/forms/form.ts'
import { textField } from '#platform/forms/text-field.ts'
import { NotFound } from '#platform/http/errors.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { ask, postForm, whatIsWrong } from '#platform/views/ask.ts'
import { html } from '#platform/views/html.ts'
import { insertAuditEntry } from '#records/audit.ts'
import type { Scope } from '#records/scope.ts'
import { childBanner } from '../child-banner.ts'
import { page } from '../page.ts'
import { loadReferral, referralInUrl, type ReferralInUrl } from './referral.ts'
import { referralsUrl, referralUrl } from './urls.ts'

const closeForm = defineForm({
  fields: {
    closedOn: dateField({
      name: 'Day of closing',
      missing: 'Enter the day of closing',
      mustBe: 'today or in the past',
    }),
    closedBecause: textField({
      name: 'What happens for the child now',
      missing: 'Say what happens for the child now',
    }),
  },
})

/** Only a safeguarding referral closes here: an out-of-court one closes with its decision or when work starts. */
export const closeReferralPage = page({
  permission: 'referral.screen',
  params: referralInUrl,
  load: async (context, { params }) => {
    const loaded = await loadReferral(context, params)
    if (loaded.referral.kind !== 'safeguarding') throw new NotFound()
    return loaded
  },
  form: closeForm,
  initial: (_loaded, { today }) => closeForm.fill({ closedOn: today }),
  submit: async ({ scope }, closing, { params, loaded }) => {
    if (loaded.progress.next?.step !== 'close') {
      const message = "Record first that children's social care has the referral"
      return refuse({ field: 'closedBecause', message })
    }
    if (isBefore(closing.closedOn, loaded.referral.receivedOn)) {
      const message = 'Day of closing must be the same as or after the day of the referral'
      return refuse({ field: 'closedOn', message, parts: ['day', 'month', 'year'] })
    }
    await closeReferral(scope, params, closing)
    return goTo(referralsUrl, 'Referral closed')
  },
  view: ({ child, referral }, shown, { today }) => ({
    title: 'Close the referral',
    backLink: referralUrl(child.id, referral.id),
    identity: childBanner(child, today),
    body: html`${whatIsWrong(shown)}
      <h1 class="govuk-heading-l">Close the referral</h1>
      ${postForm(
        shown,
        { submit: 'Close the referral', cancel: referralUrl(child.id, referral.id) },
        html`${ask(shown).text('closedBecause', 'What happens for the child now?')}
        ${ask(shown).date('closedOn', 'When?')}`,
      )}`,
  }),
})

async function closeReferral(
  scope: Scope,
  { childId, referralId }: ReferralInUrl,
  closing: FormValue<typeof closeForm>,
): Promise<void> {
  await scope.db
    .updateTable('referrals')
    .set(closing)
    .where('serviceId', '=', scope.serviceId)
    .where('childId', '=', childId)
    .where('id', '=', referralId)
    .execute()
  await insertAuditEntry(scope, { action: 'referral.closed', childId, subjectId: referralId })
}
