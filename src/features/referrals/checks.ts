import { checkKinds, checkResults } from '#domain/vocabulary/work.ts'
import { choiceField } from '#platform/forms/choice-field.ts'
import { dateField } from '#platform/forms/date-field.ts'
import { defineForm, type FormValue } from '#platform/forms/form.ts'
import { longTextField } from '#platform/forms/long-text-field.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { insertAuditEntry } from '#records/audit.ts'
import type { Scope } from '#records/scope.ts'
import { childBanner } from '../child-banner.ts'
import { page } from '../page.ts'
import { checksBody } from './checks.html.ts'
import { loadReferral, referralInUrl } from './referral.ts'
import { referralChecksUrl, referralUrl } from './urls.ts'

const checkForm = defineForm({
  fields: {
    kind: choiceField({ choices: checkKinds, missing: 'Select who you checked with' }),
    result: choiceField({ choices: checkResults, missing: 'Select what came of it' }),
    checkedOn: dateField({
      name: 'Day of the check',
      missing: 'Enter the day of the check',
      mustBe: 'today or in the past',
    }),
    note: longTextField({ name: 'What they said', missing: 'Write what they said, or why not' }),
  },
})

export const checksPage = page({
  permission: 'referral.screen',
  params: referralInUrl,
  load: async (context, { params }) => await loadReferral(context, params),
  form: checkForm,
  initial: ({ progress }, { today }) =>
    checkForm.fill({ kind: progress.checks.open[0] ?? null, checkedOn: today }),
  submit: async ({ scope }, check, { params, loaded }) => {
    if (loaded.referral.closedOn !== null) {
      return refuse({ field: 'kind', message: 'The referral is closed: no check can be added' })
    }
    await insertCheck(scope, params, check)
    return goTo(referralChecksUrl(params.childId, params.referralId), 'Check recorded')
  },
  view: ({ child, referral, progress }, shown, { today }) => ({
    title: 'Checks',
    backLink: referralUrl(child.id, referral.id),
    identity: childBanner(child, today),
    body: checksBody({ referral, progress, shown }),
  }),
})

/** A later answer is a row of its own: the earlier one stays. */
async function insertCheck(
  scope: Scope,
  { childId, referralId }: { readonly childId: string; readonly referralId: string },
  check: FormValue<typeof checkForm>,
): Promise<void> {
  const { id } = await scope.db
    .insertInto('referralChecks')
    .values({ serviceId: scope.serviceId, referralId, ...check, recordedBy: scope.staffId })
    .returning('id')
    .executeTakeFirstOrThrow()
  await insertAuditEntry(scope, { action: 'referral.checked', childId, subjectId: id })
}
