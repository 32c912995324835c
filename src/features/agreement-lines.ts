import { formatDate } from '#domain/calendar/format-date.ts'
import type { GrantedAgreement } from '#domain/out-of-court/decision-facts.ts'
import { findRule } from '#domain/rules/rule-book.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { AgreementRequest } from '#records/agreement-requests.ts'
import { ruleUrl } from './rules/urls.ts'

/** Who agreed to what, when, until when and why. */
export function agreementLine({
  ruleId,
  grantedBy,
  grantedOn,
  untilOn,
  reason,
}: GrantedAgreement): Html {
  return html`<p class="govuk-body">
    ${what(ruleId)}: ${grantedBy} agreed on ${formatDate(grantedOn)}${
      untilOn !== null && html`, until ${formatDate(untilOn)}`
    }. ${reason}
  </p>`
}

/** A request that waits for its answer. */
export function requestLine({ ruleId, askedBy, askedOn, why }: AgreementRequest): Html {
  return html`<p class="govuk-body">
    ${what(ruleId)}: ${askedBy} asked on ${formatDate(askedOn)}, not answered yet. ${why}
  </p>`
}

/** A request that was declined, and why. */
export function declinedLine(request: AgreementRequest): Html {
  const { ruleId, askedBy, askedOn, answeredBy, answeredOn, declinedBecause } = request
  return html`<p class="govuk-body">
    ${what(ruleId)}: asked by ${askedBy} on ${formatDate(askedOn)}, declined by ${answeredBy}${
      answeredOn !== null && html` on ${formatDate(answeredOn)}`
    }. ${declinedBecause}
  </p>`
}

function what(ruleId: string): Html {
  const title = findRule(ruleId)?.exception?.what ?? ruleId
  return html`<a class="govuk-link" href="${ruleUrl(ruleId)}">${title}</a>`
}
