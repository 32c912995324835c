import { formatDate } from '#domain/calendar/format-date.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { button } from '#platform/views/components/button.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { ask, postForm, whatIsWrong, type Asked } from '#platform/views/ask.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Plan, PlanStep } from '#records/plans.ts'
import { newPlanUrl } from './urls.ts'

/** Looking back on a plan with the child; once that is done, the way to the next plan. */
export function reviewPlanBody(asked: Asked, plan: Plan): Html {
  const question = ask(asked)
  if (plan.reviewedOn !== null && asked.errors.length === 0) return reviewed(plan, plan.reviewedOn)
  return html`${whatIsWrong(asked)}
    <h1 class="govuk-heading-l">Review the plan</h1>
    <p class="govuk-body-l">
      Look back together on the plan of ${formatDate(plan.writtenOn)}. The next plan starts from it.
    </p>
    ${postForm(
      asked,
      { submit: 'Save and make the next plan' },
      html`${plan.steps.map((step, row) => stepQuestion(asked, step, row))}
      ${question.longText('progress', 'How has it gone, all in all?', {
        size: 'm',
        hint: 'Start with what went well. What changed, and what did not?',
      })}
      ${question.longText('childView', 'What does the child say about it?', {
        size: 'm',
        hint: 'In their words.',
      })}
      ${question.date('reviewedOn', 'When did you look back together?', { size: 'm' })}`,
    )}`
}

function reviewed({ childId, interventionId }: Plan, on: PlainDate): Html {
  return html`<h1 class="govuk-heading-l">Review the plan</h1>
    ${insetText({ content: `You looked back on this plan on ${formatDate(on)}.` })}
    ${button({ href: newPlanUrl(childId, interventionId), content: 'Make the next plan' })}`
}

function stepQuestion(asked: Asked, step: PlanStep, row: number): Html {
  return html`<div class="app-card">
    <h2 class="app-card__title">“${step.goal}”</h2>
    <p class="govuk-body">
      ${step.step} (${step.who}${step.byWhen !== null && `, by ${formatDate(step.byWhen)}`})
    </p>
    <input type="hidden" name="steps-${row}-id" value="${step.id}" />
    ${ask(asked).text(`steps-${row}-progress`, 'How did it go?')}
  </div>`
}
