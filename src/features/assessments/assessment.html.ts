import { formatDate } from '#domain/calendar/format-date.ts'
import { assessmentState, assessmentStates } from '#domain/assessment/assessment.ts'
import type { Lack } from '#domain/assessment/complete-assessment.ts'
import { careQualityGuard } from '#domain/assessment/care-quality.ts'
import { shortForm } from '#domain/assessment/short-form.ts'
import { judgementLevels } from '#domain/vocabulary/work.ts'
import { button } from '#platform/views/components/button.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { summaryList } from '#platform/views/components/summary-list.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Assessment } from '#records/assessments.ts'
import { ownWords } from '../own-words.ts'
import { ruleUrl } from '../rules/urls.ts'
import {
  assessmentEditUrl,
  assessmentQualityUrl,
  assessmentReviewUrl,
  assessmentUrl,
} from './urls.ts'

export interface NextSteps {
  readonly write: boolean
  readonly review: boolean
  readonly assure: boolean
}

interface Read {
  readonly childId: string
  readonly assessment: Assessment
  readonly lacks: readonly Lack[]
  readonly next: NextSteps
  /** True while a manager still has to look at it before it counts as complete. */
  readonly waitsForManager: boolean
}

/** An assessment to read and to print: the child's words first. */
export function assessmentBody(read: Read): Html {
  const { childId, assessment, lacks, next } = read
  const { author, startedOn, completedOn } = assessment
  const when =
    completedOn === null
      ? `started on ${formatDate(startedOn)}`
      : `completed on ${formatDate(completedOn)}`
  return html`<h1 class="govuk-heading-l">Assessment</h1>
    <p class="govuk-body">Written by ${author}, ${when}.</p>
    ${lacks.length > 0 && whatItLacks(lacks)} ${read.waitsForManager && waitsForManager()}
    ${steps(childId, assessment, next)}
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${shortForm.questions.map(
          ({ key, title }) =>
            html`<h2 class="govuk-heading-m">${title}</h2>
              ${answer(assessment.answers[key], key === 'childWords' || key === 'familyWords')}`,
        )}
        <h2 class="govuk-heading-m">Judgements</h2>
        ${judgements(assessment)}
        <h2 class="govuk-heading-m">Who wrote it, and who looked at it</h2>
        ${people(childId, assessment)}
      </div>
    </div>`
}

function answer(text: string, isVoice: boolean): Html {
  if (text.trim() === '') return html`<p class="govuk-body govuk-hint">Not written yet.</p>`
  return isVoice
    ? html`<blockquote class="app-voice">${ownWords(text)}</blockquote>`
    : html`${ownWords(text)}`
}

/** The level and the reasons of each judgement. */
export function judgements(assessment: Pick<Assessment, 'judgements'>): Html {
  const rows = shortForm.judgements.map(({ kind, title }) => {
    const judgement = assessment.judgements.find(one => one.kind === kind)
    const level = judgement?.level == null ? 'Not judged yet' : judgementLevels[judgement.level]
    return {
      key: title,
      value: html`<p class="govuk-body govuk-!-font-weight-bold">${level}</p>
        ${ownWords(judgement?.reasons ?? '')}`,
    }
  })
  return summaryList({ rows })
}

function people(childId: string, assessment: Assessment): Html {
  const { author, startedOn, completedOn, reviewOf, countersignedBy, countersignedOn } = assessment
  const note = assessment.countersignNote
  const countersigned =
    countersignedOn === null
      ? 'Not countersigned'
      : `${countersignedBy ?? 'A manager'}, ${formatDate(countersignedOn)}`
  const rows = [
    { key: 'Where it stands', value: assessmentStates[assessmentState(assessment)] },
    { key: 'Written by', value: author },
    { key: 'Started', value: formatDate(startedOn) },
    { key: 'Completed', value: completedOn === null ? 'Not yet' : formatDate(completedOn) },
    reviewOf !== null && {
      key: 'Reviews',
      value: html`<a class="govuk-link" href="${assessmentUrl(childId, reviewOf)}"
        >the assessment before it</a
      >`,
    },
    { key: 'Countersigned', value: countersigned },
    note !== null && {
      key: countersignedOn === null ? 'Sent back' : 'What the manager says',
      value: html`${ownWords(note)}`,
    },
  ]
  return summaryList({ rows })
}

function whatItLacks(lacks: readonly Lack[]): Html {
  return insetText({
    content: html`<p class="govuk-body govuk-!-font-weight-bold">
        This is a draft. It is complete when this is there:
      </p>
      <ul class="govuk-list govuk-list--bullet">
        ${lacks.map(lack => html`<li>${lack.message}</li>`)}
      </ul>`,
  })
}

function waitsForManager(): Html {
  return insetText({
    content: html`The child is looked after. It counts as complete once a manager has quality-assured
      it.<br /><a class="govuk-link govuk-body-s" href="${ruleUrl(careQualityGuard.id)}">Why</a>`,
  })
}

function steps(childId: string, { id }: Assessment, next: NextSteps): Html | null {
  if (!next.write && !next.review && !next.assure) return null
  const quiet = 'govuk-button--secondary'
  return html`<div class="govuk-button-group">
    ${next.write && button({ href: assessmentEditUrl(childId, id), content: 'Go on writing' })}
    ${next.assure && button({ href: assessmentQualityUrl(childId, id), content: 'Quality-assure' })}
    ${
      next.review &&
      button({ href: assessmentReviewUrl(childId, id), content: 'Review', classes: quiet })
    }
  </div>`
}
