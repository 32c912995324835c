import {
  agreementSignatories,
  missingFromAgreement,
  signAgreement,
  type AgreementSignatory,
} from '#domain/taking-on/sign-agreement.ts'
import { signatories, signatureMethods } from '#domain/vocabulary/work.ts'
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
import { childBanner } from '../child-banner.ts'
import { page } from '../page.ts'
import { findServiceAgreement, insertAgreementSignature } from './agreement-queries.ts'
import { agreementInUrl } from './service-agreement.ts'
import { serviceAgreementUrl } from './urls.ts'

const signForm = defineForm({
  fields: {
    signatory: choiceField({ choices: agreementSignatories, missing: 'Choose who signs' }),
    signedName: textField({ name: 'The name', missing: 'Enter the name as it was signed' }),
    method: choiceField({ choices: signatureMethods, missing: 'Choose how they sign' }),
    signedOn: dateField({ name: 'The day', missing: 'Enter the day of signing' }),
  },
})

export const signServiceAgreementPage = page({
  permission: 'contact.record',
  params: agreementInUrl,
  load: async ({ scope, user }, { params }) => ({
    child: await findChild(scope, user, params.childId),
    agreement: await findServiceAgreement(scope, params),
  }),
  form: signForm,
  initial: ({ agreement }, { today }) => {
    const [first, ...others] = missingFromAgreement(agreement)
    const signatory = first !== undefined && others.length === 0 ? first : null
    return signForm.fill({ method: 'typed', signedOn: today, signatory })
  },
  submit: async ({ scope, today }, value, { params }) => {
    await lockWorkWith(scope, params.childId)
    const agreement = await findServiceAgreement(scope, params)
    const { signatory, signedName, signedOn, method } = value
    const decision = signAgreement({ agreement, signatory, signedOn, today })
    if (decision.kind === 'refused') return refuse(...decision.problems)
    const signature = { signatory, name: signedName, on: signedOn, method }
    await insertAgreementSignature(scope, agreement, signature)
    const entry = { childId: params.childId, subjectId: agreement.id, detail: signatory }
    await insertAuditEntry(scope, { action: 'service-agreement.signed', ...entry })
    return goTo(serviceAgreementUrl(params.childId, agreement.id), 'Signature saved')
  },
  view: ({ child, agreement }, shown, { today }) => ({
    title: 'Sign the service agreement',
    identity: childBanner(child, today),
    backLink: serviceAgreementUrl(child.id, agreement.id),
    body: signBody(shown, missingFromAgreement(agreement)),
  }),
})

function signBody(asked: Asked, missing: readonly AgreementSignatory[]): Html {
  const question = ask(asked)
  const heading = html`${whatIsWrong(asked)}
    <h1 class="govuk-heading-l">Sign the service agreement</h1>`
  if (missing.length === 0) return html`${heading} ${insetText({ content: 'Both have signed.' })}`
  const people = missing.map(who => ({ value: who, content: signatories[who] }))
  return html`${heading}
  ${postForm(
    asked,
    { submit: 'Save the signature' },
    html`${question.one('signatory', 'Who signs?', people, { size: 's' })}
    ${question.text('signedName', 'Name, as signed', { size: 's' })}
    ${question.one('method', 'How?', offers(signatureMethods), { size: 's' })}
    ${question.date('signedOn', 'When?', { size: 's' })}`,
  )}`
}
