import { ruleBook } from '#domain/rules/rule-book.ts'
import { page } from '../page.ts'
import { ruleBookBody } from './rule-book.html.ts'

export const ruleBookPage = page({
  permission: 'rules.open',
  load: async () => ({ rules: ruleBook }),
  view: ({ rules }) => ({ title: 'The rule book', body: ruleBookBody(rules) }),
})
