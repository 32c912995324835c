import { isAfter } from '#domain/calendar/plain-date.ts'
import { limitInWords, deadline } from '#domain/rules/deadline.ts'
import { outstanding, owed } from '#domain/rules/owed.ts'
import { numberOn } from '#domain/rules/policy.ts'
import { overdueForHead } from '#domain/workload/workload-settings.ts'
import { listOpenRequests } from '#records/agreement-requests.ts'
import { readCaseFacts } from '#records/case-facts/read-case-facts.ts'
import { findPolicy } from '#records/policy.ts'
import { listWaiting } from '#records/waiting-for-managers.ts'
import { listWorkers } from '#records/workers.ts'
import { page } from '../page.ts'
import { requestsFor } from '../request-list.ts'
import { serviceTodayBody } from './service-today.html.ts'

/** The head of service's page: agreements that only they can give, and whatever has been overdue for too long. */
export const serviceTodayPage = page({
  permission: 'service.open',
  load: async ({ scope, user, today }) => {
    const asked = { asOf: today, policy: await findPolicy(scope) }
    const cases = await readCaseFacts(scope, { of: 'service' }, today)
    const duties = outstanding(owed(cases, asked))
    const names = new Map((await listWorkers(scope)).map(({ id, name }) => [id, name]))
    const tooLong = duties.filter(
      ({ state, dueOn }) =>
        state === 'overdue' &&
        dueOn !== null &&
        isAfter(today, deadline(overdueForHead, dueOn, asked).dueOn),
    )
    const requests = await listOpenRequests(scope, { viewer: user }, today)
    const waiting = await listWaiting(scope, user.id, today)
    return {
      children: new Set(cases.map(({ child }) => child.id)).size,
      overdue: duties.filter(({ state }) => state === 'overdue').length,
      withoutWorker: waiting.filter(({ kind }) => kind.startsWith('choose')),
      longerThan: limitInWords('working days', numberOn(asked.policy, overdueForHead, today)),
      tooLong: tooLong.map(duty => ({ duty, worker: names.get(duty.workerId ?? '') ?? null })),
      requests: requestsFor(requests, user, 'head of service'),
      ofHead: duties.filter(({ owner }) => owner === 'head-of-service'),
    }
  },
  view: (loaded, _shown, context) => ({
    title: 'The service today',
    body: serviceTodayBody(loaded, context),
  }),
})
