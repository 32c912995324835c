import { formatDate } from '#domain/calendar/format-date.ts'
import { openSections } from '#domain/assessment/answers.ts'
import { lacksOf } from '#domain/assessment/complete-assessment.ts'
import { questionsOf, type FormDefinition } from '#domain/assessment/form-definition.ts'
import type { FactsToWeigh } from '#domain/assessment/facts-to-weigh.ts'
import { sectionState, sectionStates } from '#domain/assessment/section-state.ts'
import { genogramPrompt } from '#domain/assessment/writing-prompts.ts'
import type { Advice } from '#domain/rules/ask-prompts.ts'
import type { ShownForm } from '#platform/http/view.ts'
import { postForm, whatIsWrong } from '#platform/views/ask.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { taskList, type TaskListStatus } from '#platform/views/components/task-list.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Assessment } from '#records/assessments.ts'
import { adviceList } from '../advice-list.ts'
import { newEventUrl } from '../events/urls.ts'
import { ownWords } from '../own-words.ts'
import { changesSince } from './changes-since.html.ts'
import type { ChangesSince } from './changes-since.ts'
import { openDoubts } from './doubts.html.ts'
import { titleOf } from './draft.ts'
import { knownFactsCard } from './known-facts.html.ts'
import type { KnownFacts } from './known-facts.ts'
import { anchorFor } from './section-form.ts'
import { assessmentDeepenUrl, assessmentSectionUrl, assessmentUrl } from './urls.ts'

interface Written {
  readonly childId: string
  readonly assessment: Assessment
  readonly form: FormDefinition
  /** The assessment that this one reviews. */
  readonly last: Assessment | null
  readonly changes: ChangesSince | null
  readonly known: KnownFacts
  /** What the record shows that the judgements have to answer. */
  readonly toWeigh: FactsToWeigh
  readonly advice: readonly Advice[]
}

/** An assessment to write: its sections, how far each has come, and what the record knows beside it. */
export function editBody(shown: ShownForm, written: Written): Html {
  const { childId, assessment, form, last, known, advice, toWeigh } = written
  return html`${whatIsWrong({ ...shown, errors: errorsInSections(shown, written) })}
    <h1 class="govuk-heading-l">${titleOf(written)}</h1>
    ${returned(assessment)} ${last !== null && reviewIntroduction(childId, last)}
    <div class="app-child-grid">
      <div class="app-child-grid__main">
        <h2 class="govuk-heading-m">${form.title}</h2>
        <p class="govuk-body">
          Write in any order, save when you like, come back when you like. Two people can write in two
          sections at once.
        </p>
        ${taskList({
          idPrefix: 'section',
          items: openSections(form, assessment.answers).map(section => ({
            title: section.title,
            href: assessmentSectionUrl(childId, assessment.id, section.key),
            status: statusOf(sectionState(section, { content: assessment, last, toWeigh })),
          })),
        })}
        ${postForm(shown, { submit: 'Complete', cancel: assessmentUrl(childId, assessment.id) }, html``)}
        <p class="govuk-body">
          Is there more to find out, or does the child go to court?
          <a class="govuk-link" href="${assessmentDeepenUrl(childId, assessment.id)}">Go deeper</a>
        </p>
        ${adviceList(advice)}
        ${advice.some(({ ruleId }) => ruleId === genogramPrompt.id) && genogramLink(childId, assessment)}
      </div>
      <div class="app-child-grid__side">
        ${openDoubts(childId, assessment, known.circumstances)}
        ${changesSince(childId, assessment, written.changes)} ${knownFactsCard(childId, known)}
      </div>
    </div>`
}

function statusOf(state: keyof typeof sectionStates): TaskListStatus {
  const content = sectionStates[state]
  if (state === 'done') return { content }
  return {
    tag: { content, classes: state === 'started' ? 'govuk-tag--yellow' : 'govuk-tag--grey' },
  }
}

/** What is missing, each with the way to its question on the page of its section. */
function errorsInSections(
  { errors }: ShownForm,
  { childId, assessment, form, last, toWeigh }: Written,
): ShownForm['errors'] {
  if (errors.length === 0) return errors
  const lacks = lacksOf({ form, content: assessment, last, toWeigh })
  return errors.map(error => {
    const lack = lacks.find(({ field }) => field === error.field)
    if (lack === undefined) return error
    const anchor = anchorFor(questionsOf(form), lack.field)
    return {
      ...error,
      href: `${assessmentSectionUrl(childId, assessment.id, lack.section)}#${anchor}`,
    }
  })
}

/** Where the family's drawing, or why there is none, is recorded. */
function genogramLink(childId: string, { referralId, interventionId }: Assessment): Html {
  const held =
    interventionId !== null ? { interventionId } : referralId !== null ? { referralId } : {}
  const url = newEventUrl(childId, { kind: 'genogram', ...held })
  return html`<p class="govuk-body">
    <a class="govuk-link" href="${url}">Record the genogram, or why there is none</a>
  </p>`
}

function reviewIntroduction(childId: string, last: Assessment): Html {
  return html`<p class="govuk-body">
    Write it afresh: the child has changed since
    <a class="govuk-link" href="${assessmentUrl(childId, last.id)}">the last assessment</a>
    ${last.completedOn !== null && `of ${formatDate(last.completedOn)}`}. It opens as last time’s answers:
    facts stay until you change them. What child and family say, and what you make of it, you write
    afresh; what was written then stands beside it, to compare with and not to copy.
  </p>`
}

function returned({ countersignNote }: Assessment): Html | null {
  if (countersignNote === null) return null
  return insetText({
    content: html`<p class="govuk-body govuk-!-font-weight-bold">A manager sent this back</p>
      ${ownWords(countersignNote)}`,
  })
}
