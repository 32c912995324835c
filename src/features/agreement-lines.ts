import { formatDate } from '#domain/calendar/format-date.ts'
import type { GrantedAgreement } from '#domain/out-of-court/decision-facts.ts'
import { findRule } from '#domain/rules/rule-book.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { AgreementRequest } from '#records/agreement-requests.ts'
import { ruleUrl } from './rules/urls.ts'

/** Who agreed, when, until when and why. */
export function agreementLine(agreement: GrantedAgreement): Html {
  const { grantedBy, grantedOn, untilOn, reason } = agreement
  return html`${grantedBy} agreed on ${formatDate(grantedOn)}${
    untilOn !== null && html`, until ${formatDate(untilOn)}`
  }. ${reason}`
}

/** A request that waits for its answer. */
export function requestLine({ askedBy, askedOn, why }: AgreementRequest): Html {
  return html`${askedBy} asked on ${formatDate(askedOn)}, not answered yet. ${why}`
}

/** A request that was declined, and why. */
export function declinedLine(request: AgreementRequest): Html {
  const { askedBy, askedOn, answeredBy, answeredOn, declinedBecause } = request
  return html`Asked by ${askedBy} on ${formatDate(askedOn)}, declined by ${answeredBy}${
    answeredOn !== null && html` on ${formatDate(answeredOn)}`
  }. ${declinedBecause}`
}

/** What is agreed to under a rule, with a link to the rule: before a line that stands among others. */
export function agreedUnder(ruleId: string): Html {
  const title = findRule(ruleId)?.exception?.what ?? ruleId
  return html`<a class="govuk-link" href="${ruleUrl(ruleId)}">${title}</a>`
}
