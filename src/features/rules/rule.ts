import { z } from 'zod'
import { may } from '#domain/access/permissions.ts'
import { policyOf } from '#domain/rules/policy.ts'
import { findRule, policyRules } from '#domain/rules/rule-book.ts'
import { childrenTouched } from '#domain/rules/touched.ts'
import { NotFound } from '#platform/http/errors.ts'
import { readDuties } from '#records/duties.ts'
import { listPolicyChanges } from '#records/policy-changes.ts'
import { readPolicyPack } from '#records/policy.ts'
import { page } from '../page.ts'
import { ruleBody } from './rule.html.ts'
import { ruleBookUrl } from './urls.ts'

/** One rule: where every "why?" leads. */
export const rulePage = page({
  permission: 'rules.open',
  params: z.object({ ruleId: z.string() }),
  load: async ({ scope, user, today }, { params }) => {
    const rule = findRule(params.ruleId)
    if (rule === undefined) throw new NotFound('There is no rule with this number.')
    const pack = await readPolicyPack(scope)
    const changes = await listPolicyChanges(scope)
    return {
      rule,
      pack,
      words: { today, policy: policyOf(pack, policyRules) },
      changes: changes.filter(({ ruleId }) => ruleId === rule.id),
      touched: childrenTouched(await readDuties(scope, { of: 'service' }, today)),
      mayChange: may(user.role, 'policy.change'),
    }
  },
  view: loaded => ({
    title: loaded.rule.title,
    backLink: ruleBookUrl,
    body: ruleBody(loaded),
  }),
})
