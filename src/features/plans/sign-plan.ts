import { maySignFor, signPlan } from '#domain/plans/sign-plan.ts'
import { signatories, signatureMethods, type Signatory } from '#domain/vocabulary/work.ts'
import { choiceField } from '#platform/forms/choice-field.ts'
import { dateField } from '#platform/forms/date-field.ts'
import { defineForm } from '#platform/forms/form.ts'
import { textField } from '#platform/forms/text-field.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { ask, offers, postForm, whatIsWrong, type Asked } from '#platform/views/ask.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { html, type Html } from '#platform/views/html.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { findChild } from '#records/children.ts'
import { lockWorkWith } from '#records/interventions.ts'
import { findPlan } from '#records/plans.ts'
import { childBanner } from '../child-banner.ts'
import { page } from '../page.ts'
import { planInUrl } from './plan.ts'
import { insertPlanSignature } from './queries.ts'
import { planUrl } from './urls.ts'

const signForm = defineForm({
  fields: {
    signatory: choiceField({ choices: signatories, missing: 'Choose who signs' }),
    method: choiceField({ choices: signatureMethods, missing: 'Choose how they sign' }),
    signedName: textField({ name: 'The name', optional: true }),
    signedOn: dateField({ name: 'The day', missing: 'Enter the day of signing' }),
  },
})

export const signPlanPage = page({
  permission: 'plan.write',
  params: planInUrl,
  load: async ({ scope, user }, { params }) => {
    const plan = await findPlan(scope, params)
    const child = await findChild(scope, user, params.childId)
    return { child, plan, signatories: maySignFor(plan, user) }
  },
  form: signForm,
  initial: ({ signatories: [first, ...others] }, { today }) =>
    signForm.fill({
      method: 'typed',
      signedOn: today,
      ...(first !== undefined && others.length === 0 && { signatory: first }),
    }),
  submit: async ({ scope, user, today }, value, { params }) => {
    await lockWorkWith(scope, params.childId)
    const plan = await findPlan(scope, params)
    const { signatory, signedOn, method } = value
    const asked = { plan, signatory, name: value.signedName, signedOn, today, person: user }
    const decision = signPlan(asked)
    if (decision.kind === 'refused') return refuse(...decision.problems)
    await insertPlanSignature(scope, plan, {
      signatory,
      name: decision.name,
      on: signedOn,
      method,
    })
    const detail = signatory
    const subjectId = plan.id
    await insertAuditEntry(scope, {
      action: 'plan.signed',
      childId: params.childId,
      subjectId,
      detail,
    })
    return goTo(planUrl(params.childId, plan.id), 'Signature saved')
  },
  view: ({ child, plan, signatories: people }, shown, { today }) => ({
    title: 'Sign the plan',
    identity: childBanner(child, today),
    backLink: planUrl(child.id, plan.id),
    body: signBody(shown, people),
  }),
})

function signBody(asked: Asked, people: readonly Signatory[]): Html {
  const question = ask(asked)
  const heading = html`${whatIsWrong(asked)}
    <h1 class="govuk-heading-l">Sign the plan</h1>`
  if (people.length === 0) {
    const content =
      'There is nobody whose signature you can add. A manager who did not write the plan signs it themselves.'
    return html`${heading} ${insetText({ content })}`
  }
  const choices = people.map(who => ({ value: who, content: whoSigns(who) }))
  return html`${heading}
    <p class="govuk-body">
      Read the plan together first. Once it is signed it stays as it is; a change is the next plan.
    </p>
    ${postForm(
      asked,
      { submit: 'Save the signature' },
      html`${question.one('signatory', 'Who signs?', choices, { size: 's' })}
      ${question.text('signedName', 'Name', {
        size: 's',
        hint: 'The person who signs types it, or you copy it from the paper. A manager’s own name is filled in.',
      })}
      ${question.one('method', 'How?', offers(signatureMethods), { size: 's' })}
      ${question.date('signedOn', 'When?', { size: 's' })}`,
    )}`
}

function whoSigns(who: Signatory): string {
  return who === 'manager' ? 'I sign as the manager' : signatories[who]
}
