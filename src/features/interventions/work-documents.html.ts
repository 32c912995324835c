import { may, type Role } from '#domain/access/permissions.ts'
import { permissionToAgree } from '#domain/agreements/who-may-agree.ts'
import { formatDate } from '#domain/calendar/format-date.ts'
import { missingSignatures } from '#domain/plans/plan-signed.ts'
import { agreementSignatories } from '#domain/taking-on/sign-agreement.ts'
import { feedbackVoices, signatories } from '#domain/vocabulary/work.ts'
import { details } from '#platform/views/components/details.ts'
import { html, type Html } from '#platform/views/html.ts'
import { agreedUnder, agreementLine, requestLine } from '../agreement-lines.ts'
import { grantAgreementUrl } from '../agreements/urls.ts'
import { assessmentUrl } from '../assessments/urls.ts'
import { planUrl } from '../plans/urls.ts'
import { serviceAgreementNewUrl, serviceAgreementUrl } from './urls.ts'
import type { AgreementRow, AssessmentRow, FeedbackRow } from './work-queries.ts'
import type { Reader, WorkRecord } from './work-record.ts'

/** The plan that guides the work now, and who has signed it. */
export function planSection({ plan }: WorkRecord): Html {
  if (plan === null) {
    return html`<h2 class="govuk-heading-s">Plan</h2>
      <p class="govuk-body">There is no plan yet.</p>`
  }
  const missing = missingSignatures(plan).map(who => signatories[who].toLowerCase())
  const signed =
    missing.length === 0 ? 'Signed by all three.' : `Not signed yet: ${missing.join(', ')}.`
  const reviewed = plan.reviewedOn === null ? null : ` Reviewed on ${formatDate(plan.reviewedOn)}.`
  return html`<h2 class="govuk-heading-s">Plan</h2>
    <p class="govuk-body">
      <a class="govuk-link" href="${planUrl(plan.childId, plan.id)}"
        >Plan of ${formatDate(plan.writtenOn)}</a
      >. ${signed}${reviewed}
    </p>`
}

/** Assessments of this work and of the referral before it. */
export function assessmentsSection({ work, assessments }: WorkRecord): Html {
  return html`<h2 class="govuk-heading-s">Assessments</h2>
    ${
      assessments.length === 0
        ? html`<p class="govuk-body">There is no assessment.</p>`
        : html`<ul class="govuk-list govuk-list--spaced">
            ${assessments.map(row => assessmentItem(work.childId, row))}
          </ul>`
    }`
}

function assessmentItem(childId: string, row: AssessmentRow): Html {
  const name = row.isReview ? 'Review' : 'Assessment'
  const state =
    row.completedOn === null ? 'being written' : `completed on ${formatDate(row.completedOn)}`
  return html`<li>
    <a class="govuk-link" href="${assessmentUrl(childId, row.id)}"
      >${name} of ${formatDate(row.startedOn)}</a
    >, ${state}, by ${row.author}
  </li>`
}

/** Service agreements with the child, and what was asked and agreed under the rules. */
export function agreementsSection(record: WorkRecord, { role }: Reader): Html {
  const { work, serviceAgreements, agreed } = record
  const mayMake = work.endedOn === null && may(role, 'contact.record')
  return html`<h2 class="govuk-heading-s">Agreements</h2>
    ${
      serviceAgreements.length === 0
        ? html`<p class="govuk-body">There is no service agreement yet.</p>`
        : html`<ul class="govuk-list govuk-list--spaced">
            ${serviceAgreements.map(row => agreementItem(work.childId, row))}
          </ul>`
    }
    ${agreed.asked.map(request => askedItem(request, role))} ${agreed.inForce.map(agreedItem)}
    ${
      agreed.ended.length > 0 &&
      details({
        summary: `Agreements that have ended (${agreed.ended.length})`,
        content: html`${agreed.ended.map(agreedItem)}`,
      })
    }
    ${
      mayMake &&
      html`<p class="govuk-body">
        <a class="govuk-link" href="${serviceAgreementNewUrl(work.childId, work.id)}"
          >Make a service agreement</a
        >
      </p>`
    }`
}

function agreementItem(childId: string, { id, madeOn, signatories: signed }: AgreementRow): Html {
  const missing = agreementSignatories
    .filter(who => !signed.includes(who))
    .map(who => signatories[who].toLowerCase())
  return html`<li>
    <a class="govuk-link" href="${serviceAgreementUrl(childId, id)}"
      >Service agreement of ${formatDate(madeOn)}</a
    >${missing.length > 0 && `, not signed yet: ${missing.join(', ')}`}
  </li>`
}

type Agreed = WorkRecord['agreed']

function agreedItem(agreement: Agreed['inForce'][number]): Html {
  return html`<p class="govuk-body">
    ${agreedUnder(agreement.ruleId)}: ${agreementLine(agreement)}
  </p>`
}

function askedItem(request: Agreed['asked'][number], role: Role): Html {
  const { childId, ruleId, subjectId, mayAgree } = request
  return html`<p class="govuk-body">
    ${agreedUnder(ruleId)}: ${requestLine(request)}
    ${
      may(role, permissionToAgree[mayAgree]) &&
      html`<a class="govuk-link" href="${grantAgreementUrl(childId, ruleId, subjectId)}"
        >Answer the request</a
      >`
    }
  </p>`
}

/** What child and family said when the work ended. */
export function feedbackSection(feedback: readonly FeedbackRow[]): Html[] {
  return feedback.map(
    ({ voice, whatHelped, whatToChange }) =>
      html`<blockquote class="app-voice">
        <p>What helped: ${whatHelped}</p>
        <p>What to change: ${whatToChange}</p>
        <span class="app-voice__who">${feedbackVoices[voice]}</span>
      </blockquote>`,
  )
}
