import { addDays } from '#domain/calendar/plain-date.ts'
import { outstanding } from '#domain/rules/owed.ts'
import { listAlertsToReview } from '#records/alerts.ts'
import { readDuties } from '#records/duties.ts'
import { listNotices } from '#records/restrictions.ts'
import { page } from '../page.ts'
import { myWorkBody } from './my-work.html.ts'
import { selectAppointments, selectHeldCases } from './queries.ts'

/** A practitioner's first page: today's appointments, and what is owed by when, a child at a time. */
export const myWorkPage = page({
  permission: 'work.own',
  load: async ({ scope, user, today }) => {
    const week = { from: today, to: addDays(today, 7) }
    const duties = await readDuties(scope, { of: 'worker', staffId: user.id }, today)
    return {
      appointments: await selectAppointments(scope, user.id, week),
      duties: outstanding(duties).filter(({ owner }) => owner === 'case-manager'),
      cases: await selectHeldCases(scope, user.id),
      notices: await listNotices(scope, user),
      alerts: await listAlertsToReview(scope, user, today),
    }
  },
  view: (loaded, _shown, context) => ({ title: 'My work', body: myWorkBody(loaded, context) }),
})
