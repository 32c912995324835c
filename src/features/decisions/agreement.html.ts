import { formatDate } from '#domain/calendar/format-date.ts'
import type { GrantedAgreement } from '#domain/out-of-court/decision-facts.ts'
import { agreeableGuards, type AgreeableGuard } from '#domain/out-of-court/grant-agreement.ts'
import type { ShownForm } from '#platform/http/view.ts'
import { ask, postForm, whatIsWrong } from '#platform/views/ask.ts'
import { html, type Html } from '#platform/views/html.ts'
import { ruleUrl } from '../rules/urls.ts'

interface Agreeing {
  readonly ruleId: AgreeableGuard
  readonly earlier: readonly GrantedAgreement[]
  readonly cancel: string
}

/** A manager's agreement to what a rule would stop. It is kept as it is given. */
export function agreementBody(shown: ShownForm, { ruleId, earlier, cancel }: Agreeing): Html {
  const asked = ask(shown)
  const { what, untilQuestion } = agreeableGuards[ruleId]
  return html`${whatIsWrong(shown)}
    <h1 class="govuk-heading-l">${what}</h1>
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
    <p class="govuk-body">
      Rule <a class="govuk-link" href="${ruleUrl(ruleId)}">${ruleId}</a> stops this unless a manager
      agrees. Whoever agrees cannot also decide for the service. Your name and reason stay on the
      record.
    </p>
    ${earlier.map(
      ({ grantedBy, grantedOn, untilOn, reason }) =>
        html`<p class="govuk-body">
          ${grantedBy} agreed on ${formatDate(grantedOn)}${
            untilOn !== null && html`, until ${formatDate(untilOn)}`
          }: ${reason}
        </p>`,
    )}
    ${postForm(
      shown,
      { submit: 'Agree', cancel },
      html`${asked.date('until', untilQuestion, { size: 's' })}
      ${asked.yesNo('childAgrees', 'Does the child agree?', { size: 's' })}
      ${asked.longText('reason', 'Why do you agree?', { size: 's' })}`,
    )}</div></div>`
}
