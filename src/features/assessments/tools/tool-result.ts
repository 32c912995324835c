import { z } from 'zod'
import { may } from '#domain/access/permissions.ts'
import { londonTime } from '#domain/calendar/time.ts'
import { whyNotWithdraw } from '#domain/events/withdraw-event.ts'
import { findChild } from '#records/children.ts'
import { toolToRead } from '#records/tool-forms.ts'
import { findToolResult, listToolResults, type ToolResult } from '#records/tool-results.ts'
import { childBanner } from '../../child-banner.ts'
import { idInUrl, page, type PageContext } from '../../page.ts'
import { toolsUrl } from '../urls.ts'
import { toolResultBody } from './tool-result.html.ts'

export const toolResultInUrl = z.object({ childId: idInUrl, resultId: idInUrl })

/** What was found with a tool, beside what was found the time before. */
export const toolResultPage = page({
  permission: 'event.open',
  params: toolResultInUrl,
  load: async ({ scope, user }, { params }) => {
    const result = await findToolResult(scope, params)
    const results = await listToolResults(scope, params.childId)
    const earlier = results.slice(results.findIndex(({ id }) => id === result.id) + 1)
    return {
      child: await findChild(scope, user, params.childId),
      result,
      before:
        earlier.find(({ tool, withdrawnOn }) => tool === result.tool && withdrawnOn === null) ??
        null,
    }
  },
  view: ({ child, result, before }, _shown, context) => {
    const form = toolToRead(result.tool, result.toolVersion, result.answers)
    return {
      title: form.title,
      identity: childBanner(child, context.today),
      backLink: toolsUrl(child.id),
      body: toolResultBody(form, { result, before }, readerOf(result, context)),
    }
  },
})

function readerOf(result: ToolResult, context: PageContext) {
  const mayRecord = may(context.user.role, 'event.record')
  return { mayRecord, mayWithdraw: mayRecord && whyNotTakeBack(result, context) === null }
}

/** Why this person may not withdraw a result, by the same rule as an event; null when they may. */
export function whyNotTakeBack(
  { recordedAt, recordedBy, withdrawnOn }: ToolResult,
  { user, today }: Pick<PageContext, 'user' | 'today'>,
): string | null {
  const event = { recordedBy, recordedOn: londonTime(recordedAt).date, withdrawnOn }
  return whyNotWithdraw({ event, person: user, today })
}
