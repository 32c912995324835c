import { formatDate } from '#domain/calendar/format-date.ts'
import { defineForm } from '#platform/forms/form.ts'
import { longTextField } from '#platform/forms/long-text-field.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { ask, postForm, whatIsWrong } from '#platform/views/ask.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { html } from '#platform/views/html.ts'
import { findChild } from '#records/children.ts'
import { lockRow } from '#records/lock-row.ts'
import { toolToRead } from '#records/tool-forms.ts'
import { findToolResult, withdrawToolResult } from '#records/tool-results.ts'
import { childBanner } from '../../child-banner.ts'
import { page } from '../../page.ts'
import { toolResultUrl } from '../urls.ts'
import { toolResultInUrl, whyNotTakeBack } from './tool-result.ts'

/** Takes back a result that was recorded by mistake, with its event. It stays in sight, with the reason. */
export const withdrawToolResultPage = page({
  permission: 'event.record',
  params: toolResultInUrl,
  load: async (context, { params }) => {
    const result = await findToolResult(context.scope, params)
    return {
      child: await findChild(context.scope, context.user, params.childId),
      result,
      whyNot: whyNotTakeBack(result, context),
    }
  },
  form: defineForm({
    fields: {
      because: longTextField({ name: 'The reason', missing: 'Write why it is withdrawn' }),
    },
  }),
  submit: async (context, { because }, { params }) => {
    await lockRow(context.scope, 'toolResults', params.resultId)
    const result = await findToolResult(context.scope, params)
    const whyNot = whyNotTakeBack(result, context)
    if (whyNot !== null) return refuse({ field: 'because', message: whyNot })
    await withdrawToolResult(context.scope, result, { on: context.today, because })
    return goTo(toolResultUrl(params.childId, result.id), 'Withdrawn')
  },
  view: ({ child, result, whyNot }, shown, { today }) => {
    const { tool, toolVersion, answers, doneOn, id } = result
    const question = ask(shown).longText('because', 'Why is it withdrawn?', { size: 's' })
    const cancel = toolResultUrl(child.id, id)
    return {
      title: 'Withdraw',
      identity: childBanner(child, today),
      backLink: cancel,
      body: html`${whatIsWrong(shown)}
        <span class="govuk-caption-l"
          >${toolToRead(tool, toolVersion, answers).title}, ${formatDate(doneOn)}</span
        >
        <h1 class="govuk-heading-l">Withdraw this</h1>
        ${
          whyNot === null
            ? html`<p class="govuk-body">
                  Nothing is deleted. It stays in the record as withdrawn and no longer counts.
                </p>
                ${postForm(shown, { submit: 'Withdraw', cancel, warn: true }, question)}`
            : insetText({ content: whyNot })
        }`,
    }
  },
})
