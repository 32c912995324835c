import { isManagerRole } from '#domain/access/permissions.ts'
import { addDays } from '#domain/calendar/plain-date.ts'
import { outstanding } from '#domain/rules/owed.ts'
import { readDuties } from '#records/duties.ts'
import { listNotices } from '#records/restrictions.ts'
import { listStaff } from '#records/staff.ts'
import { listWaiting } from '#records/waiting-for-managers.ts'
import { page, type PageContext } from '../page.ts'
import type { ManagersView } from './manager.html.ts'
import { myWorkBody } from './my-work.html.ts'
import { selectAppointments, selectHeldCases } from './queries.ts'

/** A practitioner's first page: today's appointments, and what is owed by when; for a manager also what waits for them. */
export const myWorkPage = page({
  permission: 'work.own',
  load: async context => {
    const { scope, user, today } = context
    const week = { from: today, to: addDays(today, 7) }
    const duties = await readDuties(scope, { of: 'worker', staffId: user.id }, today)
    return {
      appointments: await selectAppointments(scope, user.id, week),
      duties: outstanding(duties),
      cases: await selectHeldCases(scope, user.id),
      notices: await listNotices(scope, user),
      managers: isManagerRole(user.role) ? await loadManagersView(context) : null,
    }
  },
  view: (loaded, _shown, context) => ({ title: 'My work', body: myWorkBody(loaded, context) }),
})

async function loadManagersView({ scope, user, today }: PageContext): Promise<ManagersView> {
  const duties = await readDuties(scope, { of: 'service' }, today)
  const overdue = duties.filter(duty => duty.state === 'overdue')
  const names = new Map((await listStaff(scope)).map(({ id, name }) => [id, name]))
  const byWorker = Object.entries(
    Object.groupBy(overdue, duty => names.get(duty.workerId ?? '') ?? 'Nobody holds the case'),
  ).map(([worker, duties = []]) => ({ worker, duties }))
  return {
    waiting: await listWaiting(scope, user.id, today),
    overdue: byWorker.toSorted((a, b) => b.duties.length - a.duties.length),
  }
}
