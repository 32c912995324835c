import { z } from 'zod'
import { may } from '#domain/access/permissions.ts'
import { formatDate } from '#domain/calendar/format-date.ts'
import { missingFromAgreement } from '#domain/taking-on/sign-agreement.ts'
import { signatories, signatureMethods } from '#domain/vocabulary/work.ts'
import { button } from '#platform/views/components/button.ts'
import { html, type Html } from '#platform/views/html.ts'
import { findChild } from '#records/children.ts'
import type { Signature } from '#records/plans.ts'
import { childBanner } from '../child-banner.ts'
import { childUrl } from '../children/urls.ts'
import { ownWords } from '../own-words.ts'
import { idInUrl, page } from '../page.ts'
import { findServiceAgreement, type ServiceAgreement } from './agreement-queries.ts'
import { signServiceAgreementUrl } from './urls.ts'

export const agreementInUrl = z.object({ childId: idInUrl, agreementId: idInUrl })

export const serviceAgreementPage = page({
  permission: 'contact.open',
  params: agreementInUrl,
  load: async ({ scope, user }, { params }) => ({
    child: await findChild(scope, user, params.childId),
    agreement: await findServiceAgreement(scope, params),
  }),
  view: ({ child, agreement }, _shown, { today, user }) => ({
    title: 'Service agreement',
    identity: childBanner(child, today),
    backLink: childUrl(child.id),
    body: agreementBody(agreement, may(user.role, 'contact.record')),
  }),
})

function agreementBody(
  agreement: ServiceAgreement & { readonly signatures: readonly Signature[] },
  maySign: boolean,
): Html {
  const missing = missingFromAgreement(agreement)
  return html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      <h1 class="govuk-heading-l">Service agreement</h1>
      <p class="govuk-body">Made on ${formatDate(agreement.madeOn)}.</p>
      <div class="app-card">${ownWords(agreement.whatWePromise)}</div>
      <h2 class="govuk-heading-m">Signed by</h2>
      <ul class="govuk-list govuk-list--spaced">
        ${agreement.signatures.map(
          ({ signatory, name, on, method }) =>
            html`<li>
              <strong>${name}</strong>, ${signatories[signatory].toLowerCase()},
              ${formatDate(on)} (${signatureMethods[method].toLowerCase()})
            </li>`,
        )}
      </ul>
      ${
        missing.length > 0 &&
        html`<p class="govuk-body">
          Not signed yet: ${missing.map(who => signatories[who].toLowerCase()).join(', ')}.
        </p>`
      }
      ${
        missing.length > 0 &&
        maySign &&
        button({
          href: signServiceAgreementUrl(agreement.childId, agreement.id),
          content: 'Add a signature',
        })
      }
    </div>
  </div>`
}
