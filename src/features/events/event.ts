import { z } from 'zod'
import { isManagerRole, may } from '#domain/access/permissions.ts'
import { londonTime } from '#domain/calendar/time.ts'
import { whyNotWithdraw } from '#domain/events/withdraw-event.ts'
import { outstanding } from '#domain/rules/owed.ts'
import { listAgreements } from '#records/agreements.ts'
import { findChild } from '#records/children.ts'
import { readDuties } from '#records/duties.ts'
import { findEvent, listEvents, type CaseEvent } from '#records/events.ts'
import { listEventCases } from '#records/event-cases.ts'
import { childBanner } from '../child-banner.ts'
import { idInUrl, page, type PageContext } from '../page.ts'
import { eventBody } from './event.html.ts'
import { eventName } from '../event-name.ts'
import { findOptionalAbout, selectReviewed } from './queries.ts'
import { eventsUrl } from './urls.ts'

export const eventInUrl = z.object({ childId: idInUrl, eventId: idInUrl })

/** One event: what it says, what is owed for it, what was done about it, and what may follow. */
export const eventPage = page({
  permission: 'event.open',
  params: eventInUrl,
  load: async ({ scope, user, today }, { params }) => {
    const { childId } = params
    const event = await findEvent(scope, params)
    const duties = may(user.role, 'work.own')
      ? await readDuties(scope, { of: 'child', childId }, today)
      : []
    const cases = await listEventCases(scope, childId)
    return {
      child: await findChild(scope, user, childId),
      event,
      work: cases.find(({ id }) => id === event.interventionId || id === event.referralId) ?? null,
      about: event.aboutId === null ? null : await findOptionalAbout(scope, childId, event.aboutId),
      answers: (await listEvents(scope, childId)).filter(({ aboutId }) => aboutId === event.id),
      duties: outstanding(duties).filter(({ subjectId }) => subjectId === event.id),
      agreements: (await listAgreements(scope, childId)).filter(
        ({ subjectId }) => subjectId === event.id,
      ),
      reviewed: await selectReviewed(scope, childId),
    }
  },
  view: ({ child, event, ...record }, _shown, context) => ({
    title: eventName(event.kind, event.topic),
    identity: childBanner(child, context.today),
    backLink: eventsUrl(child.id),
    body: eventBody(event, record, readerOf(event, context)),
  }),
})

/** What this person may do about the event. */
function readerOf(event: CaseEvent, { user, today }: PageContext) {
  return {
    id: user.id,
    role: user.role,
    today,
    mayRecord: may(user.role, 'event.record'),
    mayAgree: isManagerRole(user.role),
    mayWithdraw:
      may(user.role, 'event.record') &&
      whyNotWithdraw({ event: withdrawable(event), person: user, today }) === null,
  }
}

/** An event as the domain asks whether it may be withdrawn. */
export function withdrawable({ recordedAt, recordedBy, withdrawnOn }: CaseEvent) {
  return { recordedBy, recordedOn: londonTime(recordedAt).date, withdrawnOn }
}
