import { formatDate } from '#domain/calendar/format-date.ts'
import { assessmentState, assessmentStates } from '#domain/assessment/assessment.ts'
import type { ShownForm } from '#platform/http/view.ts'
import { postForm, whatIsWrong } from '#platform/views/ask.ts'
import { button } from '#platform/views/components/button.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { AssessmentLine } from '#records/assessments.ts'
import { knownFactsCard } from './known-facts.html.ts'
import type { KnownFacts } from './known-facts.ts'

interface Start {
  readonly shown: ShownForm
  readonly childId: string
  readonly existing: (AssessmentLine & { readonly url: string }) | null
  readonly known: KnownFacts
}

/** The way to the one assessment of a referral, whether it is there already or not. */
export function startBody({ shown, childId, existing, known }: Start): Html {
  return html`${whatIsWrong(shown)}
    <h1 class="govuk-heading-l">Assessment before the panel</h1>
    <div class="app-child-grid">
      <div class="app-child-grid__main">
        ${existing === null ? notYet(shown) : alreadyThere(existing)}
      </div>
      <div class="app-child-grid__side">${knownFactsCard(childId, known)}</div>
    </div>`
}

function notYet(shown: ShownForm): Html {
  return postForm(
    shown,
    { submit: 'Start the assessment' },
    html`<p class="govuk-body">
        It is short: what the child says, what the family says, what works already, and what would
        help. Then three judgements, each with its reasons.
      </p>
      <p class="govuk-body">
        You can stop and come back at any time. The panel uses it, and so does the work after it.
      </p>`,
  )
}

function alreadyThere(existing: AssessmentLine & { readonly url: string }): Html {
  const isDraft = existing.completedOn === null
  return html`<p class="govuk-body">
      ${existing.author} started it on ${formatDate(existing.startedOn)}.
      ${assessmentStates[assessmentState(existing)]}.
    </p>
    <p class="govuk-body">
      A referral has one assessment, so that the child is asked once and everyone reads the same.
    </p>
    ${button({ href: existing.url, content: isDraft ? 'Go on writing' : 'Read the assessment' })}`
}
