import { may, type Role } from '#domain/access/permissions.ts'
import { permissionToAgree, whomToAsk } from '#domain/agreements/who-may-agree.ts'
import { findRule } from '#domain/rules/rule-book.ts'
import type { Exception } from '#domain/rules/rule.ts'
import { html, type Content, type Html } from '#platform/views/html.ts'
import type { AboutAgreement, AgreementRequest } from '#records/agreement-requests.ts'
import { requestLine } from './agreement-lines.ts'
import { askAgreementUrl, grantAgreementUrl } from './agreements/urls.ts'
import { ruleUrl } from './rules/urls.ts'

interface GuardStop {
  readonly ruleId: string
  /** What is missing: sentences that say what to do, with links where there is somewhere to go. */
  readonly missing: readonly Content[]
  /** Who may agree to go on without it: an `agreementOffer`; null: nobody may. */
  readonly offer: Html | null
}

/** What stands in the way of a step: what is missing, who may agree, and the rule that asks for it. */
export function guardStop({ ruleId, missing, offer }: GuardStop): Html {
  return html`${
    missing.length > 0 &&
    html`<ul class="govuk-list govuk-list--bullet">
        ${missing.map(sentence => html`<li>${sentence}</li>`)}
      </ul>`
  }
    ${offer}
    <p class="govuk-body-s">
      <a class="govuk-link" href="${ruleUrl(ruleId)}"
        >${ruleId}<span class="govuk-visually-hidden">: why this is asked</span></a
      >
    </p>`
}

/** Who reads an offer. */
interface Reader {
  readonly role: Role
  /** True where the step is their own: then somebody else has to agree. */
  readonly isOwn?: boolean
  /** True beside a form: the page opens in a new tab, so that what was typed stays. */
  readonly isBeside?: boolean
}

/**
 * What may be agreed instead of what a rule asks, with the link for this reader: to agree, to ask, or to record a reason of their own.
 *
 * @param open the request that waits already, so that nobody asks twice
 */
export function agreementOffer(
  about: AboutAgreement,
  { role, isOwn = false, isBeside = false }: Reader,
  open: AgreementRequest | null = null,
): Html | null {
  const exception = findRule(about.ruleId)?.exception
  if (exception === undefined) return null
  return html`${open !== null && html`<p class="govuk-body-s">${requestLine(open)}</p>`}
    <p class="govuk-body-s">
      ${exception.what}: ${wayToAgree(about, exception, { role, isOwn, isBeside, isAsked: open !== null })}
    </p>`
}

const newTab = html` target="_blank" rel="noopener"`

function wayToAgree(
  { childId, ruleId, subjectId }: AboutAgreement,
  { what, by }: Exception,
  { role, isOwn, isBeside, isAsked }: Required<Reader> & { readonly isAsked: boolean },
): Content {
  const link = (url: string, words: string) =>
    html`<a class="govuk-link" href="${url}"${isBeside && newTab}
      >${words}<span class="govuk-visually-hidden">: ${what}</span>${isBeside && ' (opens in a new tab)'}</a
    >`
  if (by !== 'worker' && !isOwn && may(role, permissionToAgree[by])) {
    return link(grantAgreementUrl(childId, ruleId, subjectId), 'Agree to this')
  }
  if (isAsked || !may(role, 'agreement.ask')) return `${whomToAsk[by]} may agree`
  const words = by === 'worker' ? 'Record the reason' : `Ask ${whomToAsk[by]} to agree`
  return link(askAgreementUrl(childId, ruleId, subjectId), words)
}
