import { waitToSign } from '#domain/plans/wait-to-sign.ts'
import { dateField } from '#platform/forms/date-field.ts'
import { defineForm } from '#platform/forms/form.ts'
import { longTextField } from '#platform/forms/long-text-field.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { ask, postForm, whatIsWrong, type Asked } from '#platform/views/ask.ts'
import { html, type Html } from '#platform/views/html.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { findChild } from '#records/children.ts'
import { findPlan } from '#records/plans.ts'
import { childBanner } from '../child-banner.ts'
import { page } from '../page.ts'
import { ruleUrl } from '../rules/urls.ts'
import { planInUrl } from './plan.ts'
import { insertWait } from './queries.ts'
import { planUrl } from './urls.ts'

const waitForm = defineForm({
  fields: {
    reason: longTextField({ name: 'The reason', missing: 'Write why it is right to wait' }),
    untilOn: dateField({ name: 'The last day', missing: 'Enter the last day of waiting' }),
  },
})

export const waitToSignPage = page({
  permission: 'agreement.grant',
  params: planInUrl,
  load: async ({ scope, user }, { params }) => ({
    child: await findChild(scope, user, params.childId),
    plan: await findPlan(scope, params),
  }),
  form: waitForm,
  submit: async ({ scope, user, today }, { reason, untilOn }, { params, loaded }) => {
    const decision = waitToSign({ plan: loaded.plan, person: user, untilOn, today })
    if (decision.kind === 'refused') return refuse(...decision.problems)
    await insertWait(scope, {
      ...params,
      grantedBy: user.id,
      grantedByRole: user.role,
      grantedOn: today,
      untilOn,
      reason,
    })
    const entry = { childId: params.childId, subjectId: params.planId }
    await insertAuditEntry(scope, { action: 'plan.wait-agreed', ...entry })
    return goTo(planUrl(params.childId, params.planId), 'Your agreement is saved')
  },
  view: ({ child, plan }, shown, { today }) => ({
    title: 'Agree to wait with signing',
    identity: childBanner(child, today),
    backLink: planUrl(child.id, plan.id),
    body: waitBody(shown),
  }),
})

function waitBody(asked: Asked): Html {
  const question = ask(asked)
  return html`${whatIsWrong(asked)}
    <h1 class="govuk-heading-l">Agree to wait with signing</h1>
    <p class="govuk-body">
      A child may need more time before they can sign. You can agree to wait, for a reason and until a
      day. The task is then shown as agreed, not as overdue.
      <a class="govuk-link" href="${ruleUrl('OM-4.1-signed')}">Why plans are signed</a>
    </p>
    ${postForm(
      asked,
      { submit: 'Agree to wait' },
      html`${question.longText('reason', 'Why is it right to wait?', { size: 's' })}
      ${question.date('untilOn', 'Until when?', { size: 's', hint: 'The last day of waiting' })}`,
    )}`
}
