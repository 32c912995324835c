import { addDays } from '#domain/calendar/plain-date.ts'
import { outstanding, owed } from '#domain/rules/owed.ts'
import { readCaseFacts } from '#records/case-facts/read-case-facts.ts'
import { page } from '../page.ts'
import { myWorkBody } from './my-work.html.ts'
import { selectAppointments, selectHeldCases } from './queries.ts'

/** A practitioner's first page: today's appointments, and what is owed by when. */
export const myWorkPage = page({
  permission: 'work.own',
  load: async ({ scope, user, today }) => {
    const week = { from: today, to: addDays(today, 7) }
    const facts = await readCaseFacts(scope, { of: 'worker', staffId: user.id }, today)
    return {
      appointments: await selectAppointments(scope, user.id, week),
      duties: outstanding(owed(facts, today)),
      cases: await selectHeldCases(scope, user.id),
    }
  },
  view: (loaded, _shown, context) => ({ title: 'My work', body: myWorkBody(loaded, context) }),
})
