import { listClosedDays, listPolicyChanges } from '#records/policy-changes.ts'
import { page } from '../page.ts'
import { historyBody } from './history.html.ts'
import { policyUrl } from './urls.ts'

/** Every change of the policy pack, the latest first. */
export const policyHistoryPage = page({
  permission: 'policy.open',
  load: async ({ scope }) => ({
    changes: await listPolicyChanges(scope),
    closedDays: await listClosedDays(scope),
  }),
  view: ({ changes, closedDays }) => ({
    title: 'Every change of the policy pack',
    backLink: policyUrl,
    body: historyBody(changes, closedDays),
  }),
})
