import { isManagerRole, type Role } from '#domain/access/permissions.ts'
import { findRule } from '#domain/rules/rule-book.ts'
import type { Exception } from '#domain/rules/rule.ts'
import { html, type Html } from '#platform/views/html.ts'
import { askAgreementUrl, grantAgreementUrl } from './agreements/urls.ts'

interface Offer {
  readonly childId: string
  readonly ruleId: string
  /** The record that the agreement is about. */
  readonly subjectId: string
  readonly role: Role
  /** Where it is given, if not on the page for agreements. */
  readonly grantUrl?: string
}

/**
 * Who may agree to go on without what a rule asks, and the way to ask them, or to agree where the person may; null where nobody may.
 *
 * The page opens beside the form, so that what was typed stays.
 */
export function agreementOffer({ childId, ruleId, subjectId, role, grantUrl }: Offer): Html | null {
  const exception = findRule(ruleId)?.exception
  if (exception === undefined) return null
  const grants = mayGrant(exception, role)
  const href = grants
    ? (grantUrl ?? grantAgreementUrl(childId, ruleId, subjectId))
    : askAgreementUrl(childId, ruleId, subjectId)
  const who = exception.by === 'head of service' ? 'The head of service' : 'A manager'
  return html`<p class="govuk-body-s">
    ${who} may agree to “${exception.what}”.
    <a class="govuk-link" href="${href}" target="_blank" rel="noopener"
      >${grants ? 'Agree' : 'Ask for it'} (opens in a new tab)</a
    >
  </p>`
}

function mayGrant({ by }: Exception, role: Role): boolean {
  return by === 'head of service' ? role === 'head-of-service' : isManagerRole(role)
}
