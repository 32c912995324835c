import { z } from 'zod'
import { outstanding, owed, type Duty } from '#domain/rules/owed.ts'
import { fairShare } from '#domain/workload/fair-share.ts'
import { listOpenRequests } from '#records/agreement-requests.ts'
import { readCaseFacts } from '#records/case-facts/read-case-facts.ts'
import { findPolicy } from '#records/policy.ts'
import { listWaiting } from '#records/waiting-for-managers.ts'
import { listWorkers, type Worker } from '#records/workers.ts'
import { page } from '../page.ts'
import { requestsFor } from '../request-list.ts'
import { myTeamBody, type OverdueOfWorker } from './my-team.html.ts'

/** A manager's page: what waits for a manager, what is overdue and whose, and how work is shared. */
export const myTeamPage = page({
  permission: 'team.open',
  query: z.object({ of: z.enum(['team', 'service']).optional() }),
  load: async ({ scope, user, today }, { query }) => {
    const asked = { asOf: today, policy: await findPolicy(scope) }
    const cases = await readCaseFacts(scope, { of: 'service' }, today)
    const everybody = await listWorkers(scope)
    const isOwnTeam = user.teamId !== null && query.of !== 'service'
    const workers = isOwnTeam ? everybody.filter(({ teamId }) => teamId === user.teamId) : everybody
    const duties = outstanding(owed(cases, asked)).filter(isOf(workers))
    return {
      isOwnTeam,
      hasTeam: user.teamId !== null,
      waiting: await listWaiting(scope, user.id, today),
      requests: requestsFor(await listOpenRequests(scope, { viewer: user }, today), user),
      managersDuties: duties.filter(({ owner }) => owner !== 'case-manager'),
      overdue: overdueByWorker(duties, workers),
      shares: fairShare(workers, cases, asked).flatMap(share => {
        const worker = workers.find(({ id }) => id === share.staffId)
        return worker === undefined ? [] : [{ ...share, worker }]
      }),
    }
  },
  view: (loaded, _shown, context) => ({ title: 'My team', body: myTeamBody(loaded, context) }),
})

/** Work that nobody holds is every manager's. */
function isOf(workers: readonly Worker[]) {
  const ids = new Set(workers.map(({ id }) => id))
  return ({ workerId }: Duty) => workerId === null || ids.has(workerId)
}

function overdueByWorker(duties: readonly Duty[], workers: readonly Worker[]): OverdueOfWorker[] {
  const names = new Map(workers.map(({ id, name }) => [id, name]))
  const overdue = duties.filter(
    ({ state, owner }) => state === 'overdue' && owner === 'case-manager',
  )
  return Object.entries(
    Object.groupBy(overdue, ({ workerId }) => names.get(workerId ?? '') ?? 'Nobody holds the case'),
  )
    .map(([worker, own = []]) => ({ worker, duties: own }))
    .toSorted((a, b) => b.duties.length - a.duties.length)
}
