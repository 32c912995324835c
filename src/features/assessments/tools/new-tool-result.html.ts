import type { FormDefinition, Section } from '#domain/assessment/form-definition.ts'
import type { ShownForm } from '#platform/http/view.ts'
import { postForm, whatIsWrong } from '#platform/views/ask.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { EventCase } from '#records/event-cases.ts'
import type { ToolResult } from '#records/tool-results.ts'
import { askQuestions } from '../ask-question.html.ts'
import { toolsUrl } from '../urls.ts'

interface NewToolResult {
  readonly childId: string
  readonly form: FormDefinition
  readonly around: Section
  /** Null: the tool needs no work to belong to. */
  readonly cases: readonly EventCase[] | null
  readonly last: ToolResult | null
}

/** A tool to fill in; what was found last time stands under each question. */
export function newToolResultBody(shown: ShownForm, tool: NewToolResult): Html {
  const { childId, form, around, cases, last } = tool
  const heading = html`${whatIsWrong(shown)}
    <h1 class="govuk-heading-l">${form.title}</h1>
    <p class="govuk-body">${form.description}</p>`
  if (cases?.length === 0) {
    const content = 'There is no work with this child yet. Record a referral or open work first.'
    return html`${heading} ${insetText({ content })}`
  }
  const before =
    last === null ? null : { answers: last.answers, judgements: [], completedOn: last.doneOn }
  const asked = (section: Section) =>
    askQuestions({
      shown,
      section,
      questions: section.questions,
      last: before,
      record: null,
      toWeigh: null,
    })
  return html`${heading}
  ${postForm(
    shown,
    { submit: 'Record', cancel: toolsUrl(childId) },
    html`${asked(around)}
    ${form.sections.map(
      section =>
        html`<h2 class="govuk-heading-m">${section.title}</h2>
          ${section.help !== undefined && html`<p class="govuk-body">${section.help}</p>`}
          ${asked(section)}`,
    )}`,
  )}`
}
