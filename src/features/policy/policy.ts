import { may } from '#domain/access/permissions.ts'
import { policyOf } from '#domain/rules/policy.ts'
import { policyRules } from '#domain/rules/rule-book.ts'
import { listClosedDays } from '#records/policy-changes.ts'
import { readPolicyPack } from '#records/policy.ts'
import { page } from '../page.ts'
import { policyBody } from './policy.html.ts'

/** What the service has settled over the rules, and for the head of service the way to change it. */
export const policyPage = page({
  permission: 'policy.open',
  load: async ({ scope, user, today }) => {
    const pack = await readPolicyPack(scope)
    return {
      pack,
      words: { today, policy: policyOf(pack, policyRules) },
      closedDays: await listClosedDays(scope),
      mayChange: may(user.role, 'policy.change'),
    }
  },
  view: loaded => ({ title: 'Policy pack', body: policyBody({ rules: policyRules, ...loaded }) }),
})
