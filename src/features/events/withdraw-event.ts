import { formatDate } from '#domain/calendar/format-date.ts'
import { whyNotWithdraw } from '#domain/events/withdraw-event.ts'
import { defineForm } from '#platform/forms/form.ts'
import { longTextField } from '#platform/forms/long-text-field.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { ask, postForm, whatIsWrong, type Asked } from '#platform/views/ask.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { html, type Html } from '#platform/views/html.ts'
import { findChild } from '#records/children.ts'
import { findEvent, type CaseEvent } from '#records/events.ts'
import { lockRow } from '#records/lock-row.ts'
import { childBanner } from '../child-banner.ts'
import { page } from '../page.ts'
import { eventInUrl, withdrawable } from './event.ts'
import { eventName } from '../event-name.ts'
import { updateWithdrawn } from './queries.ts'
import { eventUrl } from './urls.ts'

/** Takes back an event that was recorded by mistake. It stays in sight, with the reason. */
export const withdrawEventPage = page({
  permission: 'event.record',
  params: eventInUrl,
  load: async ({ scope, user, today }, { params }) => {
    const event = await findEvent(scope, params)
    return {
      child: await findChild(scope, user, params.childId),
      event,
      whyNot: whyNotWithdraw({ event: withdrawable(event), person: user, today }),
    }
  },
  form: defineForm({
    fields: {
      because: longTextField({ name: 'The reason', missing: 'Write why it is withdrawn' }),
    },
  }),
  submit: async ({ scope, user, today }, { because }, { params }) => {
    await lockRow(scope, 'caseEvents', params.eventId)
    const event = await findEvent(scope, params)
    const whyNot = whyNotWithdraw({ event: withdrawable(event), person: user, today })
    if (whyNot !== null) return refuse({ field: 'because', message: whyNot })
    await updateWithdrawn(scope, event, { on: today, because })
    return goTo(eventUrl(params.childId, event.id), 'Withdrawn')
  },
  view: ({ child, event, whyNot }, shown, { today }) => ({
    title: 'Withdraw',
    identity: childBanner(child, today),
    backLink: eventUrl(child.id, event.id),
    body: withdrawBody(shown, event, whyNot),
  }),
})

function withdrawBody(asked: Asked, event: CaseEvent, whyNot: string | null): Html {
  const heading = html`${whatIsWrong(asked)}
    <span class="govuk-caption-l">${eventName(event.kind, event.topic)}, ${formatDate(event.on)}</span>
    <h1 class="govuk-heading-l">Withdraw this</h1>`
  if (whyNot !== null) return html`${heading} ${insetText({ content: whyNot })}`
  const question = ask(asked).longText('because', 'Why is it withdrawn?', {
    size: 's',
    hint: 'For example: it was written into the wrong record. Both stay to be read.',
  })
  return html`${heading}
    <p class="govuk-body">
      Nothing is deleted. It stays in the record as withdrawn and no longer counts: what is owed
      because of it goes, and what it met is owed again.
    </p>
    ${postForm(
      asked,
      { submit: 'Withdraw', cancel: eventUrl(event.childId, event.id), warn: true },
      question,
    )}`
}
