import type { FormDefinition } from '#domain/assessment/form-definition.ts'
import { formatDate } from '#domain/calendar/format-date.ts'
import type { ShownForm } from '#platform/http/view.ts'
import { ask, postForm, whatIsWrong } from '#platform/views/ask.ts'
import { details } from '#platform/views/components/details.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Assessment } from '#records/assessments.ts'
import { newEventUrl } from '../events/urls.ts'
import { judgements } from './read-answers.html.ts'
import { assessmentUrl } from './urls.ts'

interface Assured {
  readonly childId: string
  readonly assessment: Assessment
  readonly form: FormDefinition
  readonly whyNot: string | null
}

/** A manager's look at an assessment: what is good, what to develop, then countersign or send back. */
export function qualityBody(shown: ShownForm, assured: Assured): Html {
  const { childId, assessment, whyNot } = assured
  const { author, completedOn } = assessment
  const read = assessmentUrl(childId, assessment.id)
  return html`${whatIsWrong(shown)}
    <h1 class="govuk-heading-l">Quality-assure the assessment</h1>
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
    <p class="govuk-body">
      Written by
      ${author}${completedOn !== null && html`, completed on ${formatDate(completedOn)}`}.
      <a class="govuk-link" href="${read}">Read the whole assessment</a>
    </p>
    ${
      whyNot === null
        ? qualityQuestions(shown, assured, read)
        : html`<p class="govuk-body" id="step">${whyNot}</p>`
    }
    ${completedOn !== null && meetingLink(childId, assessment)}</div></div>`
}

/** The talk about it is recorded as what it is: something that was done, on a day. */
function meetingLink(childId: string, assessment: Assessment): Html {
  const { id, interventionId, referralId } = assessment
  const url = newEventUrl(childId, {
    kind: 'quality-assurance-meeting',
    aboutId: id,
    ...(interventionId !== null ? { interventionId } : referralId !== null && { referralId }),
  })
  return html`<p class="govuk-body">
    Met with the author about it?
    <a class="govuk-link" href="${url}">Record the quality assurance meeting</a>
  </p>`
}

function qualityQuestions(shown: ShownForm, { form, assessment }: Assured, read: string): Html {
  const asked = ask(shown)
  return html`${judgements(form, assessment)}
  ${details({
    summary: 'What to look for',
    content: html`<ul class="govuk-list govuk-list--bullet">
      <li>Is the child there, in their own words? Is the family?</li>
      <li>Is who the child is part of the reasons: family, culture, needs, what they went through?</li>
      <li>Does each judgement name what, to whom, when, and what protects?</li>
      <li>Does it use what other agencies know?</li>
    </ul>`,
  })}
  ${postForm(
    shown,
    { submit: 'Record', cancel: read },
    html`${asked.longText('strengths', 'What is good about it', { size: 's' })}
    ${asked.longText('toDevelop', 'What to develop', {
      size: 's',
      hint: 'If you send it back: what has to be done.',
    })}
    ${asked.one(
      'step',
      'What now?',
      [
        { value: 'countersign', content: 'Countersign it' },
        { value: 'return', content: 'Send it back to be worked on' },
      ],
      { size: 's' },
    )}`,
  )}`
}
