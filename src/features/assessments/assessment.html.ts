import { formatDate } from '#domain/calendar/format-date.ts'
import { assessmentState, assessmentStates } from '#domain/assessment/assessment.ts'
import type { PlacedLack } from '#domain/assessment/complete-assessment.ts'
import { careQualityGuard } from '#domain/assessment/care-quality.ts'
import { questionsOf, type FormDefinition } from '#domain/assessment/form-definition.ts'
import { button } from '#platform/views/components/button.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { summaryList } from '#platform/views/components/summary-list.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { PastJudgement } from '#records/facts-to-weigh.ts'
import type { Assessment } from '#records/assessments.ts'
import { ownWords } from '../own-words.ts'
import { ruleUrl } from '../rules/urls.ts'
import { changesOverTime } from './changes-over-time.html.ts'
import { readSections } from './read-answers.html.ts'
import { anchorFor } from './section-form.ts'
import {
  assessmentDeepenUrl,
  assessmentEarlierUrl,
  assessmentEditUrl,
  assessmentQualityUrl,
  assessmentReviewUrl,
  assessmentSectionUrl,
  assessmentUrl,
} from './urls.ts'

export interface NextSteps {
  readonly write: boolean
  readonly review: boolean
  readonly assure: boolean
  readonly deepen: boolean
}

interface Read {
  readonly childId: string
  readonly assessment: Assessment
  /** The form that it is written in, with the service's own questions. */
  readonly form: FormDefinition
  /** The title of the form in which it was written before it went deeper as a draft; null where it did not. */
  readonly wasOnForm: string | null
  readonly lacks: readonly PlacedLack[]
  readonly next: NextSteps
  /** Those of all completed assessments of the child, earliest first. */
  readonly judgements: readonly PastJudgement[]
  readonly today: PlainDate
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
    <p class="govuk-body">${read.form.title}. Written by ${author}, ${when}.</p>
    ${lacks.length > 0 && whatItLacks(read)} ${read.waitsForManager && waitsForManager()}
    ${steps(childId, assessment, next)}
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${readSections(read.form, assessment, completedOn === null)}
        ${changesOverTime(read.judgements, read.today)}
        <h2 class="govuk-heading-m">Who wrote it, and who looked at it</h2>
        ${people(read)}
      </div>
    </div>`
}

function people({ childId, assessment, form, wasOnForm }: Read): Html {
  const { author, startedOn, completedOn, reviewOf, countersignedBy, countersignedOn } = assessment
  const note = assessment.countersignNote
  const countersigned =
    countersignedOn === null
      ? 'Not countersigned'
      : `${countersignedBy ?? 'A manager'}, ${formatDate(countersignedOn)}`
  const rows = [
    { key: 'Form', value: `${form.title}, version ${form.version}` },
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
    assessment.deepens !== null && {
      key: 'Goes on from',
      value: html`<a class="govuk-link" href="${assessmentUrl(childId, assessment.deepens)}"
        >the assessment before it went deeper</a
      >`,
    },
    wasOnForm !== null && {
      key: 'Before it went deeper',
      value: html`<a class="govuk-link" href="${assessmentEarlierUrl(childId, assessment.id)}"
        >As it was: ${wasOnForm}</a
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

/** How many things may be missing before they are counted by section. */
const mostLacks = 12

function whatItLacks(read: Read): Html {
  const items = read.lacks.length > mostLacks ? lacksBySection(read) : eachLack(read)
  return insetText({
    content: html`<p class="govuk-body govuk-!-font-weight-bold">
        This is a draft. It is complete when this is there:
      </p>
      <ul class="govuk-list govuk-list--bullet">
        ${items.map(item => html`<li>${item}</li>`)}
      </ul>`,
  })
}

function lacksBySection(read: Read): Html[] {
  return read.form.sections.flatMap(({ key, title }) => {
    const count = read.lacks.filter(({ section }) => section === key).length
    if (count === 0) return []
    return [html`${toSection(read, key, title)}: ${count} ${count === 1 ? 'answer' : 'answers'}`]
  })
}

function eachLack(read: Read): Html[] {
  const questions = questionsOf(read.form)
  return read.lacks.map(({ field, section, message }) =>
    toSection(read, `${section}#${anchorFor(questions, field)}`, message),
  )
}

/** The way to a section, or to a question in it, for those who may write there. */
function toSection({ childId, assessment, next }: Read, where: string, text: string): Html {
  const url = assessmentSectionUrl(childId, assessment.id, where)
  return next.write ? html`<a class="govuk-link" href="${url}">${text}</a>` : html`${text}`
}

function waitsForManager(): Html {
  return insetText({
    content: html`The child is looked after. It counts as complete once a manager has quality-assured
      it.<br /><a class="govuk-link govuk-body-s" href="${ruleUrl(careQualityGuard.id)}">Why</a>`,
  })
}

function steps(childId: string, { id }: Assessment, next: NextSteps): Html | null {
  if (!Object.values(next).includes(true)) return null
  const quiet = 'govuk-button--secondary'
  return html`<div class="govuk-button-group">
    ${next.write && button({ href: assessmentEditUrl(childId, id), content: 'Go on writing' })}
    ${next.assure && button({ href: assessmentQualityUrl(childId, id), content: 'Quality-assure' })}
    ${
      next.deepen &&
      button({ href: assessmentDeepenUrl(childId, id), content: 'Go deeper', classes: quiet })
    }
    ${
      next.review &&
      button({ href: assessmentReviewUrl(childId, id), content: 'Review', classes: quiet })
    }
  </div>`
}
