import { policyOf } from '#domain/rules/policy.ts'
import { policyRules } from '#domain/rules/rule-book.ts'
import { childrenTouched } from '#domain/rules/touched.ts'
import { readDuties } from '#records/duties.ts'
import { readPolicyPack } from '#records/policy.ts'
import { page } from '../page.ts'
import { askedRules, findRules } from './asked-rules.ts'
import { ruleBookBody } from './rule-book.html.ts'

/** Every rule in plain words with this service's numbers and how many children it touches today. */
export const ruleBookPage = page({
  permission: 'rules.open',
  query: askedRules,
  load: async ({ scope, today }, { query }) => {
    const pack = await readPolicyPack(scope)
    const words = { today, policy: policyOf(pack, policyRules) }
    return {
      asked: query,
      pack,
      words,
      rules: findRules(query, words),
      touched: childrenTouched(await readDuties(scope, { of: 'service' }, today)),
    }
  },
  view: loaded => ({ title: 'The rule book', body: ruleBookBody(loaded) }),
})
