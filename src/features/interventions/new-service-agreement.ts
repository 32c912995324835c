import { formatDate } from '#domain/calendar/format-date.ts'
import { agreementText } from '#domain/taking-on/agreement-text.ts'
import {
  agreementMade,
  agreementSignatories,
  type SignatureAsked,
} from '#domain/taking-on/sign-agreement.ts'
import { signatories, signatureMethods } from '#domain/vocabulary/work.ts'
import { choiceField } from '#platform/forms/choice-field.ts'
import { dateField } from '#platform/forms/date-field.ts'
import { defineForm, type FormValue } from '#platform/forms/form.ts'
import { longTextField } from '#platform/forms/long-text-field.ts'
import { textField } from '#platform/forms/text-field.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { ask, offers, postForm, whatIsWrong, type Asked } from '#platform/views/ask.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { html, type Html } from '#platform/views/html.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { findChild } from '#records/children.ts'
import { findIntervention } from '#records/interventions.ts'
import { childBanner } from '../child-banner.ts'
import { page } from '../page.ts'
import { insertAgreementSignature, insertServiceAgreement } from './agreement-queries.ts'
import { workInUrl } from './allocation.ts'
import { interventionUrl, serviceAgreementUrl, signServiceAgreementUrl } from './urls.ts'
import { selectServiceAgreements, type AgreementRow } from './work-queries.ts'

const ways = { ...signatureMethods, later: 'Later' } as const

const agreementForm = defineForm({
  fields: {
    whatWePromise: longTextField({
      name: 'The agreement',
      missing: 'Write what you promise and what you ask',
    }),
    madeOn: dateField({ name: 'The day', missing: 'Enter the day on which you agreed' }),
    child: choiceField({ choices: ways, missing: 'Say how the child signs, or choose “Later”' }),
    childName: textField({ name: 'The child’s name', optional: true }),
    parent: choiceField({
      choices: ways,
      missing: 'Say how the parent or carer signs, or choose “Later”',
    }),
    parentName: textField({ name: 'The parent’s or carer’s name', optional: true }),
  },
})

type Answers = FormValue<typeof agreementForm>

export const newServiceAgreementPage = page({
  permission: 'contact.record',
  params: workInUrl,
  load: async ({ scope, user }, { params }) => ({
    child: await findChild(scope, user, params.childId),
    work: await findIntervention(scope, params),
    unfinished: (await selectServiceAgreements(scope, params.childId)).find(
      ({ signatories: signed }) => agreementSignatories.some(who => !signed.includes(who)),
    ),
  }),
  form: agreementForm,
  initial: (_loaded, { today }) =>
    agreementForm.fill({ whatWePromise: agreementText, madeOn: today }),
  submit: async ({ scope, today }, value, { params, loaded }) => {
    const { madeOn, whatWePromise } = value
    const { childId } = params
    const decision = agreementMade({
      madeOn,
      today,
      work: loaded.work,
      signatures: signaturesAsked(value),
    })
    if (decision.kind === 'refused') return refuse(...decision.problems)
    const agreement = await insertServiceAgreement(scope, { childId, madeOn, whatWePromise })
    for (const signature of decision.signatures) {
      await insertAgreementSignature(scope, agreement, { ...signature, on: madeOn })
    }
    const entry = { childId, subjectId: agreement.id }
    await insertAuditEntry(scope, { action: 'service-agreement.made', ...entry })
    return goTo(serviceAgreementUrl(childId, agreement.id), 'Agreement saved')
  },
  view: ({ child, work, unfinished }, shown, { today }) => ({
    title: 'Make a service agreement',
    identity: childBanner(child, today),
    backLink: interventionUrl(child.id, work.id),
    body: html`${unfinished !== undefined && unfinishedNote(child.id, unfinished)}
    ${agreementQuestions(shown)}`,
  }),
})

function signaturesAsked(value: Answers): SignatureAsked[] {
  const { child, childName, parent, parentName } = value
  return [
    {
      signatory: 'child',
      method: child === 'later' ? null : child,
      name: childName,
      field: 'childName',
    },
    {
      signatory: 'parent-or-carer',
      method: parent === 'later' ? null : parent,
      name: parentName,
      field: 'parentName',
    },
  ]
}

/** One that waits for its second signature needs no other beside it. */
function unfinishedNote(childId: string, { id, madeOn }: AgreementRow): Html {
  return insetText({
    content: html`The agreement of ${formatDate(madeOn)} is not signed by both yet.
      <a class="govuk-link" href="${signServiceAgreementUrl(childId, id)}">Add the signature</a>
      instead of making another.`,
  })
}

function agreementQuestions(asked: Asked): Html {
  const question = ask(asked)
  return html`${whatIsWrong(asked)}
    <h1 class="govuk-heading-l">Make a service agreement</h1>
    <p class="govuk-body">
      Read it together at the first visit. Change it until it fits this child; once it is signed it
      stays as it is.
    </p>
    ${postForm(
      asked,
      { submit: 'Save the agreement' },
      html`${question.longText('whatWePromise', 'What we promise and what we ask', {
        size: 's',
        rows: 18,
      })}
      ${question.date('madeOn', 'When did you agree?', { size: 's' })}
      ${question.one(
        'child',
        `How does the ${signatories.child.toLowerCase()} sign?`,
        offers(ways),
        {
          size: 's',
        },
      )}
      ${question.text('childName', 'The child’s name, as signed')}
      ${question.one('parent', 'How does the parent or carer sign?', offers(ways), { size: 's' })}
      ${question.text('parentName', 'The parent’s or carer’s name, as signed')}`,
    )}`
}
