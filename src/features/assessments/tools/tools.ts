import { may } from '#domain/access/permissions.ts'
import type { FormDefinition } from '#domain/assessment/form-definition.ts'
import { textAnswer } from '#domain/assessment/answers.ts'
import { questionsOf, optionsOf } from '#domain/assessment/form-definition.ts'
import { formatDate } from '#domain/calendar/format-date.ts'
import { html, type Html } from '#platform/views/html.ts'
import { findChild } from '#records/children.ts'
import { currentTools, toolToRead } from '#records/tool-forms.ts'
import { listToolResults, type ToolResult } from '#records/tool-results.ts'
import { childHead } from '../../child-navigation.ts'
import { childUrl } from '../../children/urls.ts'
import { childInUrl, page } from '../../page.ts'
import { newToolUrl, toolResultUrl, toolsUrl } from '../urls.ts'

/** The tools beside the assessment, each with what was found with it, latest first. */
export const toolsPage = page({
  permission: 'event.open',
  params: childInUrl,
  load: async ({ scope, user }, { params: { childId } }) => ({
    child: await findChild(scope, user, childId),
    results: await listToolResults(scope, childId),
  }),
  view: ({ child, results }, _shown, context) => ({
    title: 'Tools',
    identity: childHead(child, context, toolsUrl(child.id)),
    backLink: childUrl(child.id),
    body: html`<h1 class="govuk-heading-l">Tools</h1>
      ${toolsOf(results).map(form => toolSection(child.id, form, results, may(context.user.role, 'event.record')))}`,
  }),
})

/** The tools that are offered, then those that only another system had. */
function toolsOf(results: readonly ToolResult[]): FormDefinition[] {
  const others = results
    .filter(({ tool }) => currentTools.every(({ form }) => form !== tool))
    .map(({ tool, toolVersion, answers }) => toolToRead(tool, toolVersion, answers))
  return [...currentTools, ...new Map(others.map(one => [one.form, one])).values()]
}

function toolSection(
  childId: string,
  { form, title, description }: FormDefinition,
  results: readonly ToolResult[],
  mayRecord: boolean,
): Html {
  const found = results.filter(({ tool }) => tool === form)
  const isOffered = currentTools.some(one => one.form === form)
  return html`<section>
    <h2 class="govuk-heading-m">${title}</h2>
    <p class="govuk-body">${description}</p>
    <ul class="govuk-list govuk-list--spaced">
      ${found.map(
        result =>
          html`<li>
            <a class="govuk-link" href="${toolResultUrl(childId, result.id)}"
              >${title}, ${formatDate(result.doneOn)}</a
            >${inShort(result)}${result.withdrawnOn !== null && ', withdrawn'}
          </li>`,
      )}
    </ul>
    ${found.length === 0 && html`<p class="govuk-body govuk-hint">Not done yet.</p>`}
    ${
      mayRecord &&
      isOffered &&
      html`<p class="govuk-body app-no-print">
        <a class="govuk-link" href="${newToolUrl(childId, form)}"
          >Record a new one<span class="govuk-visually-hidden">: ${title}</span></a
        >
      </p>`
    }
  </section>`
}

/** The few answers that tell one result from another: the numbers, the level, the tool's name. */
function inShort({ tool, toolVersion, answers }: ToolResult): string {
  const keys = ['childNumber', 'parentNumber', 'workerNumber', 'level', 'name', 'otherName']
  const said = questionsOf(toolToRead(tool, toolVersion, answers)).flatMap(question => {
    const text = keys.includes(question.key) ? textAnswer(answers, question.key) : ''
    if (text === '') return []
    const words = optionsOf(question)?.[text] ?? text
    return question.key.endsWith('Number') ? `${question.title}: ${text}` : words
  })
  return said.length === 0 ? '' : `: ${said.join('; ')}`
}
