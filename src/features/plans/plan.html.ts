import { formatDate } from '#domain/calendar/format-date.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { missingSignatures, planSigned } from '#domain/plans/plan-signed.ts'
import { signatories, signatureMethods } from '#domain/vocabulary/work.ts'
import { button } from '#platform/views/components/button.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Plan, PlanStep } from '#records/plans.ts'
import { askAgreementUrl, grantAgreementUrl } from '../agreements/urls.ts'
import { ownWords } from '../own-words.ts'
import { reviewPlanUrl, signPlanUrl } from './urls.ts'

export interface PlanSteps {
  readonly sign: boolean
  /** With the signatures. */
  readonly wait: 'agree' | 'ask' | null
  readonly review: boolean
}

interface Shown {
  readonly calledName: string
  readonly plan: Plan
  readonly wait: {
    readonly untilOn: PlainDate | null
    readonly reason: string
    readonly grantedBy: string
  } | null
  readonly next: PlanSteps
}

/** The whole plan on one page, written to the child. */
export function planBody({ calledName, plan, wait, next }: Shown): Html {
  return html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      <h1 class="govuk-heading-xl">${calledName}’s plan</h1>
      <p class="govuk-body-l">
        We made this plan with you on ${formatDate(plan.writtenOn)}. It is yours: keep it, show it
        to people you trust, and tell us when it does not fit any more.
      </p>
      ${actions(plan, next)} ${section('What you are good at, and what already works', plan.strengths)}
      ${section('How we can make it easier for you', plan.easierForYou)}
      <h2 class="govuk-heading-m">What you want, and the steps to get there</h2>
      ${goals(plan.steps)}
      ${section('What we will do to keep you and others safe', plan.keepingSafe)}
      ${section('If this happens, who does what', plan.contingency)}
      ${puttingRight(plan)}
      ${section('How our work will end', plan.exitPlan)} ${signatureList(plan)}
      ${wait !== null && waiting(wait)} ${lookBack(plan)}
    </div>
  </div>`
}

function section(title: string, text: string): Html {
  return html`<section class="app-keep-together">
    <h2 class="govuk-heading-m">${title}</h2>
    ${ownWords(text, { size: 'l' })}
  </section>`
}

function puttingRight(plan: Plan): Html {
  const { restorative, restorativeChoices: choices, restorativeReason: reason } = plan
  return html`<section class="app-keep-together">
    <h2 class="govuk-heading-m">Putting things right</h2>
    ${ownWords(restorative, { size: 'l' })}
    ${reason !== null && html`<p class="govuk-body">Why this: ${reason}</p>`}
    ${choices !== null && html`<p class="govuk-body">What you could choose from: ${choices}</p>`}
  </section>`
}

function actions(plan: Plan, next: PlanSteps): Html | null {
  if (!next.sign && !next.review && next.wait === null) return null
  const { childId, id } = plan
  const isSigned = missingSignatures(plan).length === 0
  return html`<div class="govuk-button-group app-no-print">
    ${next.sign && button({ href: signPlanUrl(childId, id), content: 'Sign the plan' })}
    ${
      next.review &&
      button({
        href: reviewPlanUrl(childId, id),
        content: 'Review the plan',
        classes: isSigned ? undefined : 'govuk-button--secondary',
      })
    }
    ${
      next.wait === 'agree' &&
      html`<a class="govuk-link" href="${grantAgreementUrl(childId, planSigned.id, id)}"
        >Agree to wait with signing</a
      >`
    }
    ${
      next.wait === 'ask' &&
      html`<a class="govuk-link" href="${askAgreementUrl(childId, planSigned.id, id)}"
        >Ask a manager to wait with signing</a
      >`
    }
  </div>`
}

/** Steps under their goal: a goal that has several is said once. */
function goals(steps: readonly PlanStep[]): Html[] {
  const byGoal = Map.groupBy(steps, ({ goal }) => goal)
  return [...byGoal].map(
    ([goal, ofGoal]) =>
      html`<div class="app-card">
        <h3 class="app-card__title">“${goal}”</h3>
        <ul class="govuk-list govuk-list--spaced">
          ${ofGoal.map(stepItem)}
        </ul>
      </div>`,
  )
}

function stepItem({ step, who, byWhen, progress }: PlanStep): Html {
  return html`<li>
    <span class="govuk-body-l">${step}</span><br />
    ${who}${byWhen !== null && `, by ${formatDate(byWhen)}`}
    ${progress !== null && html`<br /><strong>How it went:</strong> ${progress}`}
  </li>`
}

function signatureList(plan: Plan): Html {
  const missing = missingSignatures(plan).map(who => signatories[who].toLowerCase())
  return html`<section class="app-keep-together">
    <h2 class="govuk-heading-m">Signed by</h2>
    ${
      plan.signatures.length > 0 &&
      html`<ul class="govuk-list govuk-list--spaced">
        ${plan.signatures.map(
          ({ signatory, name, on, method }) =>
            html`<li>
              <strong>${name}</strong>, ${signatories[signatory].toLowerCase()},
              ${formatDate(on)} (${signatureMethods[method].toLowerCase()})
            </li>`,
        )}
      </ul>`
    }
    ${missing.length > 0 && html`<p class="govuk-body">Not signed yet: ${missing.join(', ')}.</p>`}
    <p class="govuk-body">Written with you by ${plan.authorName}.</p>
  </section>`
}

function waiting(wait: NonNullable<Shown['wait']>): Html {
  const until = wait.untilOn === null ? '' : ` until ${formatDate(wait.untilOn)}`
  return insetText({
    content: `${wait.grantedBy} agreed to wait with signing${until}: ${wait.reason}`,
  })
}

function lookBack({ reviewedOn, reviewChildView, reviewProgress }: Plan): Html | null {
  if (reviewedOn === null) return null
  return html`<section>
    <h2 class="govuk-heading-m">Looking back, ${formatDate(reviewedOn)}</h2>
    ${reviewProgress !== null && ownWords(reviewProgress, { size: 'l' })}
    ${
      reviewChildView !== null &&
      html`<blockquote class="app-voice">
        ${ownWords(reviewChildView, { size: 'l' })}<span class="app-voice__who">What you said</span>
      </blockquote>`
    }
  </section>`
}
