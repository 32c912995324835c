import type { Role } from '#domain/access/permissions.ts'
import { formatDate } from '#domain/calendar/format-date.ts'
import { assessmentState, assessmentStates } from '#domain/assessment/assessment.ts'
import type { ShownForm } from '#platform/http/view.ts'
import { ask, postForm, whatIsWrong } from '#platform/views/ask.ts'
import { button } from '#platform/views/components/button.ts'
import { html, type Html } from '#platform/views/html.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { currentForms } from '#records/assessment-forms.ts'
import type { AssessmentLine } from '#records/assessments.ts'
import { guardStops } from '../guard-stops.ts'
import { ruleUrl } from '../rules/urls.ts'
import { knownFactsCard } from './known-facts.html.ts'
import type { KnownFacts } from './known-facts.ts'

type WithUrl = AssessmentLine & { readonly url: string }

interface Start {
  readonly shown: ShownForm
  readonly childId: string
  readonly referralId: string
  readonly role: Role
  readonly existing: WithUrl | null
  /** The assessment that the child has in other work. */
  readonly other: WithUrl | null
  readonly known: KnownFacts
}

/** The way to the one assessment of a referral, whether it is there already or not. */
export function startBody(start: Start): Html {
  const { shown, childId, referralId, role, existing, other, known } = start
  return html`${whatIsWrong(shown)}
    <h1 class="govuk-heading-l">Assessment before the panel</h1>
    <div class="app-child-grid">
      <div class="app-child-grid__main">
        ${guardStops(shown, { childId, subjectId: referralId, role })}
        ${existing === null ? notYet(shown, other) : alreadyThere(existing)}
      </div>
      <div class="app-child-grid__side">${knownFactsCard(childId, known)}</div>
    </div>`
}

function notYet(shown: ShownForm, other: WithUrl | null): Html {
  if (other !== null) return oneAtATime(shown, other)
  return postForm(
    shown,
    { submit: 'Start the assessment' },
    html`<p class="govuk-body">
        Begin as short as you can. If more turns up, or the child goes to court, the assessment goes
        deeper and keeps every answer.
      </p>
      ${ask(shown).one(
        'form',
        'How deep does it have to go?',
        currentForms.map(({ form, title, description }) => ({
          value: form,
          content: title,
          hint: description,
        })),
        { size: 's' },
      )}
      <p class="govuk-body">
        You can stop and come back at any time. The panel uses it, and so does the work after it.
      </p>`,
  )
}

/** The child has told their story already: the new assessment is a review of what was written then. */
function oneAtATime(shown: ShownForm, other: WithUrl): Html {
  const rule = html`<a class="govuk-link" href="${ruleUrl('HMIP-3.4-single')}">Why one at a time</a>`
  const { author, startedOn, completedOn } = other
  if (completedOn === null) {
    return html`${insetText({
      content: html`${author} started an assessment of this child on ${formatDate(startedOn)}. Complete
        it first, then review it here.<br />${rule}`,
    })}
    ${button({ href: other.url, content: 'Go on with that one' })}`
  }
  return html`${insetText({
    content: html`${author} completed
        <a class="govuk-link" href="${other.url}">an assessment of this child</a> on
        ${formatDate(completedOn)}. Review it for this referral, so that the child does not have to begin
        again.<br />${rule}`,
  })}
    ${postForm(
      shown,
      { submit: 'Start a review of it' },
      html`<input type="hidden" name="reviewOf" value="${other.id}" />`,
    )}`
}

function alreadyThere(existing: WithUrl): Html {
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
