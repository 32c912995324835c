import { z } from 'zod'
import { findRule } from '#domain/rules/rule-book.ts'
import { sources } from '#domain/rules/sources.ts'
import { NotFound } from '#platform/http/errors.ts'
import { findPolicy } from '#records/policy.ts'
import { page } from '../page.ts'
import { ruleBody } from './rule-book.html.ts'
import { ruleBookUrl } from './urls.ts'

export const rulePage = page({
  permission: 'rules.open',
  params: z.object({ ruleId: z.string() }),
  load: async ({ scope }, { params }) => {
    const rule = findRule(params.ruleId)
    if (rule === undefined) throw new NotFound('There is no rule with this number.')
    return { rule, policy: await findPolicy(scope) }
  },
  view: ({ rule, policy }, _shown, { today }) => ({
    title: rule.title,
    backLink: ruleBookUrl,
    body: ruleBody(rule, sources[rule.citation.source], { today, policy }),
  }),
})
