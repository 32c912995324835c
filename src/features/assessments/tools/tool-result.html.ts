import type { FormDefinition } from '#domain/assessment/form-definition.ts'
import { questionsOf } from '#domain/assessment/form-definition.ts'
import { exploitationLevel, exploitationLevels } from '#domain/assessment/tool-result.ts'
import { formatDate, formatDateWithWeekday } from '#domain/calendar/format-date.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { summaryList } from '#platform/views/components/summary-list.ts'
import { scrollingTable } from '#platform/views/components/table.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { ToolResult } from '#records/tool-results.ts'
import { eventUrl, newEventUrl } from '../../events/urls.ts'
import { momentInWords } from '../../moment-in-words.ts'
import { ownWords } from '../../own-words.ts'
import { lastAnswer, readSections } from '../read-answers.html.ts'
import { newToolUrl, withdrawToolUrl } from '../urls.ts'

interface Found {
  readonly result: ToolResult
  /** What was found with the same tool the time before, and stands; null: this is the first. */
  readonly before: ToolResult | null
}

interface Reader {
  readonly mayRecord: boolean
  readonly mayWithdraw: boolean
}

/** What was found with a tool; beside the time before where there is one. */
export function toolResultBody(form: FormDefinition, found: Found, reader: Reader): Html {
  const { result, before } = found
  return html`<h1 class="govuk-heading-l">${form.title}</h1>
    ${withdrawn(result)}
    ${summaryList({
      rows: [
        { key: 'Done', value: formatDateWithWeekday(result.doneOn) },
        {
          key: 'Recorded',
          value: `${result.recordedByName ?? 'An earlier system'}, ${momentInWords(result.recordedAt)}`,
        },
        result.eventId !== null && {
          key: 'Counts as',
          value: html`<a class="govuk-link" href="${eventUrl(result.childId, result.eventId)}"
            >What was done, in the record</a
          >`,
        },
      ],
    })}
    ${before === null ? readSections(form, { ...result, judgements: [] }, false) : besideBefore(form, result, before)}
    ${reader.mayRecord && result.withdrawnOn === null && ways(result, before)}
    ${
      reader.mayWithdraw &&
      html`<p class="govuk-body app-no-print">
        <a class="govuk-link" href="${withdrawToolUrl(result.childId, result.id)}"
          >Withdraw this, as it was recorded by mistake</a
        >
      </p>`
    }`
}

function withdrawn({ withdrawnOn, withdrawnBecause }: ToolResult): Html | null {
  if (withdrawnOn === null) return null
  return insetText({
    content: html`<p class="govuk-body">
        Withdrawn on ${formatDate(withdrawnOn)}. It counts no more.
      </p>
      ${ownWords(withdrawnBecause ?? '')}`,
  })
}

function besideBefore(form: FormDefinition, result: ToolResult, before: ToolResult): Html {
  const rows = questionsOf(form).flatMap(question => {
    const now = lastAnswer(question, { ...result, judgements: [] })
    const then = lastAnswer(question, { ...before, judgements: [] })
    if (now === null && then === null) return []
    return [[question.title, now ?? nothing, then ?? nothing]]
  })
  return scrollingTable({
    caption: 'This time and the time before',
    firstCellIsHeader: true,
    head: ['Question', formatDate(result.doneOn), `Before: ${formatDate(before.doneOn)}`],
    rows,
  })
}

const nothing = html`<span class="govuk-hint">Nothing was written.</span>`

function ways(result: ToolResult, before: ToolResult | null): Html {
  const { childId, tool } = result
  return html`<ul class="govuk-list app-no-print">
    <li><a class="govuk-link" href="${newToolUrl(childId, tool)}">Do it again</a></li>
    ${
      isLowered(result, before) &&
      html`<li>
        <a class="govuk-link" href="${newEventUrl(childId, { kind: 'exploitation-lowered' })}"
          >Record that the concern is lowered</a
        >
      </li>`
    }
  </ul>`
}

function isLowered({ tool, answers }: ToolResult, before: ToolResult | null): boolean {
  const level = exploitationLevel(tool, answers)
  const earlier = before === null ? null : exploitationLevel(before.tool, before.answers)
  if (level === null || earlier === null) return false
  return exploitationLevels.indexOf(level) < exploitationLevels.indexOf(earlier)
}
