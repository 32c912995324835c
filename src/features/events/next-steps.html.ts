import { whatFollows } from '#domain/events/what-follows.ts'
import { eventKinds, type EventKind } from '#domain/vocabulary/events.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { CaseEvent } from '#records/events.ts'
import { askAgreementUrl, grantAgreementUrl } from '../agreements/urls.ts'
import { assessmentReviewUrl } from '../assessments/urls.ts'
import { newPlanUrl } from '../plans/urls.ts'
import { newEventUrl } from './urls.ts'

/** Where a review after a change begins; null where there is nothing to review yet. */
export interface Reviewed {
  readonly assessmentId: string | null
  readonly workId: string | null
}

interface Step {
  readonly href: string
  readonly words: string
}

/** What may be done about an event, each as a way to do it; nothing where nothing usually follows. */
export function nextSteps(event: CaseEvent, reviewed: Reviewed, mayAgree: boolean): Html | null {
  const steps =
    event.kind === 'significant-change'
      ? stepsAfterChange(event, reviewed, mayAgree)
      : whatFollows(event.kind).map(kind => ({
          href: newEventUrl(event.childId, { kind, aboutId: event.id, ...caseOf(event) }),
          words: stepWords(kind),
        }))
  if (steps.length === 0) return null
  return html`<section class="app-no-print">
    <h2 class="govuk-heading-m">What you can do next</h2>
    <ul class="govuk-list govuk-list--spaced">
      ${steps.map(({ href, words }) => html`<li><a class="govuk-link" href="${href}">${words}</a></li>`)}
    </ul>
  </section>`
}

/** Both answers to a change: look at assessment and plan again, or let a manager say that they cover it. */
function stepsAfterChange(
  { childId, id }: CaseEvent,
  { assessmentId, workId }: Reviewed,
  mayAgree: boolean,
): Step[] {
  const about = [childId, 'OM-4.4-change', id] as const
  const review = assessmentId === null ? null : assessmentReviewUrl(childId, assessmentId)
  const plan = workId === null ? null : newPlanUrl(childId, workId)
  return [
    ...(review === null ? [] : [{ href: review, words: 'Review the assessment' }]),
    ...(plan === null ? [] : [{ href: plan, words: 'Write a new plan' }]),
    mayAgree
      ? {
          href: grantAgreementUrl(...about),
          words: 'Record that the current assessment covers this',
        }
      : {
          href: askAgreementUrl(...about),
          words: 'Ask a manager whether the current assessment covers this',
        },
  ]
}

function stepWords(kind: EventKind): string {
  return `Record: ${eventKinds[kind].name}`
}

function caseOf({ interventionId, referralId }: CaseEvent) {
  if (interventionId !== null) return { interventionId }
  return referralId === null ? {} : { referralId }
}
