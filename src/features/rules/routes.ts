import type { AlongsideRoute } from '../page.ts'
import { ruleBookPage } from './rule-book.ts'
import { rulePage } from './rule.ts'

export const rulesRoutes: readonly AlongsideRoute[] = [
  { url: '/rules', page: ruleBookPage },
  { url: '/rules/:ruleId', page: rulePage },
]
