import { latest } from '#domain/calendar/plain-date.ts'
import { closeIntervention, stillToCome } from '#domain/interventions/close-intervention.ts'
import { feedbackAnswers } from '#domain/interventions/feedback-asked.ts'
import { interventionKinds } from '#domain/vocabulary/work.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { endAllocations } from '#records/allocations.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { findChild } from '#records/children.ts'
import { selectContactsOf } from '#records/contacts.ts'
import { listEvents } from '#records/events.ts'
import { findIntervention, lockWorkWith } from '#records/interventions.ts'
import type { Scope } from '#records/scope.ts'
import { childBanner } from '../child-banner.ts'
import { page } from '../page.ts'
import { workInUrl } from './allocation.ts'
import { closeForm, voicesOf } from './close-form.ts'
import { closeBody } from './close.html.ts'
import { updateContactsCancelled, updateInterventionClosed } from './queries.ts'
import { interventionUrl } from './urls.ts'

export const closePage = page({
  permission: 'intervention.close',
  params: workInUrl,
  load: async ({ scope, user }, { params }) => ({
    child: await findChild(scope, user, params.childId),
    ...(await readWork(scope, params)),
  }),
  form: closeForm,
  initial: (_loaded, { today }) => closeForm.fill({ endedOn: today }),
  submit: async ({ scope, user, today, now }, value, { params }) => {
    await lockWorkWith(scope, params.childId)
    const { work, contacts, events } = await readWork(scope, params)
    const { endedOn, result } = value
    const closing = closeIntervention({
      startedOn: work.startedOn,
      closedOn: work.endedOn,
      endedOn,
      today,
      contacts,
      lastEventOn: latest(...events.map(({ on }) => on)) ?? null,
      cancelsPlanned: value.cancelPlanned.includes('yes'),
    })
    const feedback = feedbackAnswers(voicesOf(value))
    if (closing.kind === 'refused' || feedback.kind === 'refused') {
      const problems = [closing, feedback].flatMap(one =>
        one.kind === 'refused' ? one.problems : [],
      )
      return refuse(...problems)
    }
    const achieved = [value.achieved, ...feedback.missing].join('\n\n')
    await updateInterventionClosed(scope, params, {
      endedOn,
      result,
      achieved,
      feedback: feedback.given,
    })
    const { childId, interventionId } = params
    const roles = ['lead', 'second'] as const
    await endAllocations(scope, { childId, held: { interventionId }, roles }, endedOn)
    const cancelled = { childId: params.childId, contactIds: closing.cancels }
    await updateContactsCancelled(scope, cancelled, { by: user.id, at: now })
    const entry = { childId: params.childId, subjectId: work.id, detail: result }
    await insertAuditEntry(scope, { action: 'intervention.closed', ...entry })
    return goTo(interventionUrl(params.childId, work.id), 'Work closed')
  },
  view: ({ child, work, contacts }, shown, { today }) => ({
    title: 'Close the work',
    identity: childBanner(child, today),
    backLink: interventionUrl(child.id, work.id),
    body: closeBody(shown, {
      name: interventionKinds[work.kind].name,
      endedOn: work.endedOn,
      toCome: stillToCome(contacts, today),
    }),
  }),
})

async function readWork(
  scope: Scope,
  about: { readonly childId: string; readonly interventionId: string },
) {
  const work = await findIntervention(scope, about)
  const { referralId } = work
  const events = (await listEvents(scope, about.childId)).filter(
    event =>
      event.withdrawnOn === null &&
      (event.interventionId === work.id ||
        (referralId !== null && event.referralId === referralId)),
  )
  return { work, events, contacts: await selectContactsOf(scope, { ...about, referralId }) }
}
