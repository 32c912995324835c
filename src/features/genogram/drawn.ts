import type { EventDraft } from '#domain/events/event-draft.ts'
import { recordEvent } from '#domain/events/record-event.ts'
import { eventGuards } from '#domain/safety/safety-rules.ts'
import { defineForm } from '#platform/forms/form.ts'
import { hiddenField } from '#platform/forms/hidden-field.ts'
import { goTo, refuse, type SubmitResult } from '#platform/http/page.ts'
import { postForm, whatIsWrong } from '#platform/views/ask.ts'
import { html } from '#platform/views/html.ts'
import { findChild } from '#records/children.ts'
import { listEventCases } from '#records/event-cases.ts'
import { insertEvent, readEventGuardFacts } from '#records/events.ts'
import { lockWorkWith } from '#records/interventions.ts'
import { findPolicy } from '#records/policy.ts'
import { childBanner } from '../child-banner.ts'
import { childInUrl, page, type PageContext } from '../page.ts'
import { genogramUrl } from './urls.ts'

const note = 'We drew the family together. The drawing is on the page of the family drawing.'

/** Records in one step that the drawing was made with the family: what the rule of the genogram asks for. */
export const drawnWithFamilyPage = page({
  permission: 'event.record',
  params: childInUrl,
  load: async ({ scope, user }, { params: { childId } }) => ({
    child: await findChild(scope, user, childId),
  }),
  form: defineForm({ fields: { reason: hiddenField({ optional: true }) } }),
  submit: async (context, _value, { params: { childId } }) => {
    await lockWorkWith(context.scope, childId)
    return await record(context, childId)
  },
  view: ({ child }, shown, { today }) => ({
    title: 'Drawn with the family today',
    identity: childBanner(child, today),
    backLink: genogramUrl(child.id),
    body: html`${whatIsWrong(shown)}
      <h1 class="govuk-heading-l" id="reason">Drawn with the family today</h1>
      <p class="govuk-body">This records that you made the drawing with the family today.</p>
      ${postForm(shown, { submit: 'Record this', cancel: genogramUrl(child.id) }, html``)}`,
  }),
})

/** Into the work that is open, or else the latest that there was. */
async function record({ scope, today }: PageContext, childId: string): Promise<SubmitResult> {
  const [work] = await listEventCases(scope, childId)
  if (work === undefined) {
    const message = 'There is no referral and no work with this child that it could belong to'
    return refuse({ field: 'reason', message })
  }
  const draft: EventDraft = {
    kind: 'genogram',
    topic: 'drawn',
    aboutId: null,
    on: today,
    reviewOn: null,
  }
  const facts = await readEventGuardFacts(scope, childId, draft)
  const around = { today, policy: await findPolicy(scope), work, isOfThisChild: true }
  const recording = recordEvent(facts, around, eventGuards)
  if (recording.kind === 'stopped') {
    return refuse(...recording.stops.map(({ message }) => ({ field: 'reason', message })))
  }
  await insertEvent(scope, {
    ...draft,
    childId,
    referralId: work.kind === null ? work.id : null,
    interventionId: work.kind === null ? null : work.id,
    people: null,
    note,
  })
  return goTo(genogramUrl(childId), 'Recorded: drawn with the family today')
}
