import { sources } from '#domain/rules/sources.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import type { ShownForm } from '#platform/http/view.ts'
import { ask, postForm, whatIsWrong } from '#platform/views/ask.ts'
import { html, type Html } from '#platform/views/html.ts'
import { agreementLine, declinedLine, requestLine } from '../agreement-lines.ts'
import { ruleUrl } from '../rules/urls.ts'
import { agreementQuestions } from './agreement-form.ts'
import type { AgreementAsked } from './agreement-in-url.ts'
import { declineAgreementUrl } from './decline-url.ts'
import { stepUrl } from './step-links.ts'
import { askAgreementUrl } from './urls.ts'

/** Somebody who may agrees, or reads why they may not and whom to ask. */
export function grantBody(shown: ShownForm, asked: AgreementAsked, whyNot: string | null): Html {
  const { about, exception, open } = asked
  const decline = declineAgreementUrl(about.childId, about.ruleId, about.subjectId)
  if (whyNot !== null) return around(shown, asked, cannotAgree(asked, whyNot))
  return around(
    shown,
    asked,
    html`<p class="govuk-body">
        Your name and reason stay on the record. An agreement is never changed afterwards.
      </p>
      ${postForm(
        shown,
        { submit: 'Agree', cancel: stepUrl(asked) },
        agreementQuestions(shown, exception, 'Why do you agree?'),
      )}
      ${
        open !== null &&
        html`<p class="govuk-body"><a class="govuk-link" href="${decline}">Decline the request</a></p>`
      }`,
  )
}

function cannotAgree({ about, open, nothingLeft }: AgreementAsked, whyNot: string): Html {
  const url = askAgreementUrl(about.childId, about.ruleId, about.subjectId)
  return html`${insetText({ content: whyNot })}
  ${
    open === null &&
    nothingLeft === null &&
    html`<p class="govuk-body"><a class="govuk-link" href="${url}">Ask for the agreement</a></p>`
  }`
}

/** A worker asks, or reads that it is asked already. */
export function askBody(shown: ShownForm, asked: AgreementAsked, whom: string): Html {
  const { nothingLeft, open } = asked
  if (nothingLeft !== null) return around(shown, asked, insetText({ content: nothingLeft }))
  if (open !== null) {
    const content = `This is asked already, and waits for ${whom}.`
    return around(shown, asked, insetText({ content }))
  }
  const hint = 'What does the child want? What have you tried? What would happen without it?'
  return around(
    shown,
    asked,
    html`<p class="govuk-body">
        You cannot agree to this yourself. Say why it is right for this child: ${whom} reads it and
        agrees or declines.
      </p>
      ${postForm(
        shown,
        { submit: 'Ask to agree', cancel: stepUrl(asked) },
        ask(shown).longText('reason', 'Why is this right for this child?', { size: 's', hint }),
      )}`,
  )
}

/** Where nobody has to agree: the worker records a reason of their own. */
export function ownReasonBody(shown: ShownForm, asked: AgreementAsked): Html {
  const { nothingLeft, exception } = asked
  if (nothingLeft !== null) return around(shown, asked, insetText({ content: nothingLeft }))
  return around(
    shown,
    asked,
    html`<p class="govuk-body">
        Nobody has to agree to this, but your reason is kept with your name.
      </p>
      ${postForm(
        shown,
        { submit: 'Record the reason', cancel: stepUrl(asked) },
        agreementQuestions(shown, exception, 'Why is this right for this child?'),
      )}`,
  )
}

/** Somebody who may answer says why not. */
export function declineBody(shown: ShownForm, asked: AgreementAsked, whyNot: string | null): Html {
  if (whyNot !== null) return around(shown, asked, insetText({ content: whyNot }))
  return around(
    shown,
    asked,
    postForm(
      shown,
      { submit: 'Decline the request', cancel: stepUrl(asked) },
      ask(shown).longText('reason', 'Why do you decline?', {
        size: 's',
        hint: 'Say what would help instead. The worker can ask again.',
      }),
    ),
  )
}

/** The rule with its why, and what was said about the same before. */
function around(shown: ShownForm, asked: AgreementAsked, body: Html): Html {
  const { rule, exception, earlier, declined, open } = asked
  return html`${whatIsWrong(shown)}
    <h1 class="govuk-heading-l">${exception.what}</h1>
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <p class="govuk-body">The rule: <strong>${rule.title}</strong>.</p>
        <p class="govuk-body">${rule.why}</p>
        <p class="govuk-body-s">
          <a class="govuk-link" href="${ruleUrl(rule.id)}">${rule.id}</a>,
          ${sources[rule.citation.source]}, section ${rule.citation.section}
        </p>
        ${[
          ...earlier.map(agreementLine),
          ...declined.map(declinedLine),
          ...(open === null ? [] : [requestLine(open)]),
        ].map(line => html`<p class="govuk-body">${line}</p>`)}
        ${body}
      </div>
    </div>`
}
